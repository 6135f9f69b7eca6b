using ImpactEval.Storage.Erasure;
using ImpactEval.Studies;

namespace ImpactEval.App.Terminal;

/// <summary>What was erased, how it can be proved, and what is left for the officer to do.</summary>
static class ErasureView
{
    public static void Write(TextWriter output, Study study, ErasureProof proof, Messages messages)
    {
        var counts = proof.Counts;
        output.WriteLine(messages.Format("erase.scope", study.Programme.Sponsor.Code, counts.Studies, counts.Imports));
        output.WriteLine(messages.Format("erase.store", counts.Enrolments, counts.Assessments, counts.Answers, counts.Results));
        output.WriteLine(messages.Format("erase.vault", counts.People, counts.Aliases, counts.Identities, counts.Originals, counts.QuarantinedTexts, counts.Mentions));
        output.WriteLine(messages[proof.Wiped ? "erase.wiped" : "erase.notWiped"]);
        output.WriteLine(messages.Format("erase.proof", proof.Entry.Number, proof.Entry.HappenedAt, proof.Entry.Sha256));
        WriteFiles(output, proof.Files, messages);
        output.WriteLine(messages["erase.elsewhere"]);
    }

    public static void Write(TextWriter output, RetentionOutcome outcome, bool rehearsal, Messages messages)
    {
        Write(output, "identities", outcome.Identities, rehearsal, messages);
        Write(output, "answers", outcome.Answers, rehearsal, messages);
        WriteFiles(output, outcome.Files, messages);
    }

    static void Write(TextWriter output, string part, RetentionPart found, bool rehearsal, Messages messages)
    {
        var state = found switch
        {
            { Due: null } => "none",
            { IsOver: false } => "later",
            { Rows: 0 } => "nothing",
            _ => rehearsal ? "would" : "done",
        };
        var due = found.Due is { } day ? day.ToString("d", messages.Culture) : "";
        output.WriteLine($"{messages[$"retention.{part}"]}: {messages.Format($"retention.{state}", due, found.Rows)}");
    }

    static void WriteFiles(TextWriter output, IReadOnlyList<FileStamp> files, Messages messages)
    {
        if (files.Count == 0)
            return;
        output.WriteLine(messages["erase.files"]);
        foreach (var file in files)
            output.WriteLine($"  {file.FileName}");
    }
}
