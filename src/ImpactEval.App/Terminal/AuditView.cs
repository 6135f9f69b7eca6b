using System.Text.Json.Nodes;
using ImpactEval.Storage.Audit;
using ImpactEval.Studies;
using Spectre.Console;

namespace ImpactEval.App.Terminal;

/// <summary>The audit log as a table, and what became of its verification.</summary>
static class AuditView
{
    const int ShortFingerprint = 12;

    public static void Write(TextWriter output, IReadOnlyList<AuditEntry> entries, Messages messages)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var column in new[] { "number", "time", "actor", "action", "detail", "fingerprint" })
            table.AddColumn(Markup.Escape(messages[$"audit.{column}"]));
        foreach (var entry in entries)
            table.AddRow(new[] { $"{entry.Number}", entry.HappenedAt[..19] + "Z", entry.Actor, messages[$"audit.action.{entry.Action}"], entry.Detail, entry.Sha256[..ShortFingerprint] }
                .Select(cell => new Text(cell)));
        Screen.Of(output).Write(table);
    }

    public static void Write(TextWriter output, AuditVerdict verdict, Messages messages)
    {
        output.WriteLine(messages.Format($"audit.verdict.{Word.Of(verdict.Break)}", verdict.Entries, verdict.Number));
        output.WriteLine(messages.Format("audit.head", verdict.Head));
    }

    /// <summary>An entry whose detail is JSON inside JSON, not text.</summary>
    public static object ForPrograms(AuditEntry entry) => new
    {
        entry.Number, entry.HappenedAt, entry.Actor, entry.Action, entry.Study, Detail = JsonNode.Parse(entry.Detail), entry.PreviousSha256, entry.Sha256,
    };
}
