using ImpactEval.Ingestion;
using ImpactEval.Language;
using ImpactEval.Reporting;
using ImpactEval.Storage;
using ImpactEval.Studies;

namespace ImpactEval.App.Operations;

/// <summary>The list of pairs that an officer fills in, as a table; and what was filled in.</summary>
static class ReviewList
{
    const int PairColumn = 0, DecisionColumn = 1;

    static readonly TextLanguage[] Languages = [TextLanguage.Vi, TextLanguage.En];

    /// <summary>What is compared, and where the plan says it stands.</summary>
    public static IReadOnlyList<(string Word, string Fact)> Compared(MatchingPlan plan)
    {
        (string Word, string? Fact)[] fields = [("name", plan.Fields.Name), ("birth", plan.Fields.Birth), ("sex", plan.Fields.Sex), ("unit", plan.Fields.Unit)];
        return [.. fields.Where(field => field.Fact is not null).Select(field => (field.Word, field.Fact!))];
    }

    public static ReviewTable Of(Study study, IReadOnlyList<PairToReview> pairs, Messages messages)
    {
        var compared = study.Matching is { } plan ? Compared(plan) : [];
        string[] both = [messages["match.field.code"], .. compared.Select(field => messages[$"match.field.{field.Word}"])];
        string[] choices = [messages["match.same"], messages["match.different"]];
        return new ReviewTable(
            messages["match.sheet"],
            [messages["match.pair"], messages["match.decision"], messages["match.falseMatch"], messages["match.method"], .. both.SelectMany(title => new[] { $"{title} (1)", $"{title} (2)" })],
            [.. pairs.Select(pair => Row(pair, compared, messages))],
            DecisionColumn,
            choices);
    }

    static IReadOnlyList<string> Row(PairToReview pair, IReadOnlyList<(string Word, string Fact)> compared, Messages messages)
    {
        var decided = pair.Verdict is { } verdict ? messages[$"match.{Word.Of(verdict.Verdict)}"] : "";
        return
        [
            pair.PairId, decided, pair.Pair.FalseMatch.ToString("0.0000", messages.Culture), messages[$"match.method.{Word.Of(pair.Pair.Method)}"],
            pair.First.Code, pair.Second.Code,
            .. compared.SelectMany(field => new[] { pair.First.Facts.GetValueOrDefault(field.Fact, ""), pair.Second.Facts.GetValueOrDefault(field.Fact, "") }),
        ];
    }

    /// <summary>The decisions of a filled-in list; an empty cell decides nothing. Words of either language count.</summary>
    /// <exception cref="BrokenContractException">The file is no such list, or a decision is no known word.</exception>
    public static IReadOnlyList<OfficerVerdict> Read(string path)
    {
        var (name, table) = (Path.GetFileName(path), PlainTable.Read(path));
        if (table.Headings.Count <= DecisionColumn)
            throw new BrokenContractException([new ContractProblem(ContractProblemKind.ColumnMissing, name, Expected: new Messages(TextLanguage.Vi)["match.decision"])]);
        var words = Words();
        var (verdicts, problems) = (new List<OfficerVerdict>(), new List<ContractProblem>());
        foreach (var (pair, decision) in table.Column(PairColumn, '.').Zip(table.Column(DecisionColumn, '.')).Where(row => row.Second.Shown.Length > 0))
        {
            if (words.TryGetValue(FoldedText.Of(decision.Shown), out var verdict))
                verdicts.Add(new OfficerVerdict(pair.Shown, verdict, pair.Row));
            else
                problems.Add(new ContractProblem(ContractProblemKind.UnknownWord, name, pair.Row, decision.Shown, string.Join(", ", words.Keys), NearestWord.To(decision.Shown, words.Keys)));
        }
        return problems.Count == 0 ? verdicts : throw new BrokenContractException(problems);
    }

    static Dictionary<string, MatchVerdict> Words() =>
        (from language in Languages from verdict in Enum.GetValues<MatchVerdict>()
         select (Word: FoldedText.Of(new Messages(language)[$"match.{Word.Of(verdict)}"]), verdict)).ToDictionary(word => word.Word, word => word.verdict, StringComparer.Ordinal);
}
