using ImpactEval.Studies;

namespace ImpactEval.Ingestion.StudyFiles;

/// <summary>
/// What goes along while a study file is read: the problems found so far, and the references that can be checked only when all codes are known.
/// A part that cannot be read gives a stand-in, so that one pass finds everything; nothing is returned when there was a problem.
/// </summary>
sealed class Reading(string file)
{
    readonly List<ContractProblem> problems = [];
    readonly List<Action> afterwards = [];

    public void Report(ContractProblemKind kind, int line, string? found, string? expected, string? nearest = null) =>
        problems.Add(new ContractProblem(kind, file, line, found, expected, nearest));

    /// <summary>The word must be one of the known ones; the nearest is offered.</summary>
    public void Unknown(ContractProblemKind kind, YamlText word, IReadOnlyCollection<string> known) =>
        Report(kind, word.Line, word.Text, string.Join(", ", known), NearestWord.To(word.Text, known));

    /// <summary>Checks a reference to a code once the whole file is read.</summary>
    public void Refer(YamlText? word, Func<IReadOnlyCollection<string>> known, Func<string, bool>? accepts = null)
    {
        if (word is null)
            return;
        Afterwards(() =>
        {
            var codes = known();
            if (!(accepts?.Invoke(word.Text) ?? codes.Contains(word.Text)))
                Unknown(ContractProblemKind.UnknownReference, word, codes);
        });
    }

    public void Afterwards(Action check) => afterwards.Add(check);

    /// <summary>No code may stand twice in its list.</summary>
    public void EachOnce(IEnumerable<YamlText> codes)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var code in codes.Where(code => !seen.Add(code.Text)))
            Report(ContractProblemKind.DuplicateCode, code.Line, code.Text, ExpectedForm.KeyOnce);
    }

    /// <exception cref="BrokenContractException">Something was wrong; all of it is told, in the order of the lines.</exception>
    public void Finish()
    {
        afterwards.ForEach(check => check());
        if (problems.Count > 0)
            throw new BrokenContractException([.. problems.OrderBy(problem => problem.Line)]);
    }
}
