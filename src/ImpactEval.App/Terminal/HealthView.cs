using ImpactEval.Storage.Health;
using ImpactEval.Studies;
using Spectre.Console;

namespace ImpactEval.App.Terminal;

/// <summary>The doctor's findings as a table, and what to do about those that are not well.</summary>
static class HealthView
{
    public static void Write(TextWriter output, IReadOnlyList<HealthFinding> findings, Messages messages)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var column in new[] { "subject", "state", "detail" })
            table.AddColumn(Markup.Escape(messages[$"doctor.{column}"]));
        foreach (var finding in findings)
            table.AddRow(new[] { messages[$"doctor.subject.{Word.Of(finding.Subject)}"], messages[$"doctor.state.{Word.Of(finding.State)}"], finding.Detail }.Select(cell => new Text(cell)));
        Screen.Of(output).Write(table);
        foreach (var finding in findings.Where(finding => finding.State is HealthState.Broken or HealthState.Warning))
            output.WriteLine(messages[$"doctor.advice.{Word.Of(finding.Subject)}"]);
    }
}
