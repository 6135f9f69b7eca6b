using ImpactEval.Studies;

namespace ImpactEval.Storage.Tests;

/// <summary>Saves records that a test wrote down, with their answers redacted as it says.</summary>
static class Saving
{
    /// <param name="redacted">The answers without personal data, in the order of the answers.</param>
    public static Task<ImportOutcome> SaveAsync(this ImportStore imports, Study study, FileRecords file, IReadOnlyList<string> redacted, CancellationToken cancel)
    {
        var texts = file.Answers.Zip(redacted).DistinctBy(pair => pair.First.Text).ToDictionary(pair => pair.First.Text, pair => pair.Second);
        return imports.SaveAsync(study, file.Checked(), text => texts.GetValueOrDefault(text, text), cancel);
    }
}
