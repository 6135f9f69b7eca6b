using System.Text;
using ImpactEval.Ingestion.StudyFiles;
using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Tests.Samples;

/// <summary>The embedded <c>study.yaml</c>, whole or with one text replaced.</summary>
static class SampleStudy
{
    public static string Text { get; } = Read();

    public static Study Whole() => Parse(Text);

    public static Study With(string text, string instead) => Parse(Changed(text, instead));

    /// <summary>The one problem that a study file has after a change.</summary>
    public static ContractProblem ProblemOf(string text, string instead)
    {
        var problems = ProblemsOf(text, instead);
        Assert.HasCount(1, problems, string.Join("\n", problems));
        return problems[0];
    }

    public static IReadOnlyList<ContractProblem> ProblemsOf(string text, string instead) =>
        Assert.ThrowsExactly<BrokenContractException>(() => With(text, instead)).Problems;

    public static string Changed(string text, string instead)
    {
        Assert.Contains(text, Text, StringComparison.Ordinal);
        return Text.Replace(text, instead, StringComparison.Ordinal);
    }

    public static int LineOf(string text) => Text[..Text.IndexOf(text, StringComparison.Ordinal)].Count(letter => letter == '\n') + 1;

    public static Study Parse(string text) => StudyFile.Parse(Encoding.UTF8.GetBytes(text), "study.yaml");

    static string Read()
    {
        using var reader = new StreamReader(typeof(SampleStudy).Assembly.GetManifestResourceStream("study.yaml")!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
