using ImpactEval.App.Operations;
using ImpactEval.Statistics.Conformance;
using Spectre.Console;

namespace ImpactEval.App.Terminal;

/// <summary>Agreement set by set and procedure by procedure, then what differs, then the verdict.</summary>
static class SelfTestView
{
    /// <summary>Differences that are shown; the rest is counted.</summary>
    const int MostShown = 40;

    public static void Write(TextWriter output, SelfTest test, Messages messages)
    {
        output.WriteLine(messages["selfTest.nist"]);
        Screen.Of(output).Write(Nist(test, messages));
        output.WriteLine(messages["selfTest.procedures"]);
        Screen.Of(output).Write(Procedures(test, messages));
        if (test.Oracle is null)
            output.WriteLine(messages.Format("selfTest.noOracle", OracleFolder.Variable));

        var results = test.Published.Concat(test.Oracle ?? []).ToArray();
        var differences = results.Where(result => result.Outcome == EntryOutcome.Differs).SelectMany(result => result.Notes.Select(note => $"{result.Entry.Id}: {note}")).ToArray();
        foreach (var difference in differences.Take(MostShown))
            output.WriteLine("  " + difference);
        if (differences.Length > MostShown)
            output.WriteLine(messages.Format("selfTest.more", differences.Length - MostShown));
        output.WriteLine(messages.Format("selfTest.counts", test.Nist.Count, results.Count(result => result.Outcome != EntryOutcome.LeftOut), results.Count(result => result.Outcome == EntryOutcome.LeftOut)));
        output.WriteLine(messages[test.Agrees ? "selfTest.agrees" : "selfTest.differs"]);
    }

    static Table Nist(SelfTest test, Messages messages)
    {
        var table = Headed(messages, "kind", "set", "digits", "asked", "value", "verdict");
        foreach (var set in test.Nist)
            table.AddRow(Row(
                messages[$"selfTest.{set.Kind}"], set.Set, set.Worst.Digits.ToString("0.0", messages.Culture), set.Worst.Asked.ToString("0.#", messages.Culture),
                set.Worst.Name, Verdict(set.Agrees, messages)));
        return table;
    }

    static Table Procedures(SelfTest test, Messages messages)
    {
        var table = Headed(messages, "procedure", "published", "oracle", "leftOut", "worst", "verdict");
        var published = ConformanceSuite.ByProcedure(test.Published).ToDictionary(one => one.Procedure, StringComparer.Ordinal);
        var oracle = ConformanceSuite.ByProcedure(test.Oracle ?? []).ToDictionary(one => one.Procedure, StringComparer.Ordinal);
        foreach (var procedure in published.Keys.Union(oracle.Keys).Order(StringComparer.Ordinal))
        {
            ProcedureAgreement[] both = [.. new[] { published.GetValueOrDefault(procedure), oracle.GetValueOrDefault(procedure) }.OfType<ProcedureAgreement>()];
            var compared = both.Sum(one => one.Compared);
            string Count(ProcedureAgreement? one) => one is null ? "–" : one.Compared.ToString(messages.Culture);
            table.AddRow(Row(
                procedure, Count(published.GetValueOrDefault(procedure)), Count(oracle.GetValueOrDefault(procedure)), both.Sum(one => one.LeftOut).ToString(messages.Culture),
                compared == 0 ? "–" : both.Max(one => one.Worst).ToString("0.000", messages.Culture),
                compared == 0 ? "–" : Verdict(Array.TrueForAll(both, one => one.Agrees), messages)));
        }
        return table;
    }

    static Table Headed(Messages messages, params string[] columns)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var column in columns)
            table.AddColumn(new TableColumn(Markup.Escape(messages[$"selfTest.{column}"])).NoWrap());
        return table;
    }

    static Text[] Row(params string[] cells) => Array.ConvertAll(cells, cell => new Text(cell));

    static string Verdict(bool agrees, Messages messages) => messages[agrees ? "selfTest.yes" : "selfTest.no"];
}
