namespace ImpactEval.App.Tests;

/// <summary>The checkout these tests were built from.</summary>
static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string SampleStudy { get; } = Path.Combine(Root, "data-samples", "jica-young-leaders");

    static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "ImpactEval.sln")) ? folder : Find(Path.GetDirectoryName(folder)!);
}
