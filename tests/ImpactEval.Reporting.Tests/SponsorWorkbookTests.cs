namespace ImpactEval.Reporting.Tests;

[TestClass]
public sealed class SponsorWorkbookTests
{
    static byte[] Written(WorkbookOptions? options = null)
    {
        using var output = new MemoryStream();
        SponsorWorkbook.Write(StudySample.Create(), FindingsSample.Create(), options ?? new(), output);
        return output.ToArray();
    }

    [TestMethod]
    public void Scratch()
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var bytes = Written();
        Console.WriteLine(clock.ElapsedMilliseconds);
        File.WriteAllBytes("/tmp/w/a.xlsx", bytes);
        clock.Restart();
        Written();
        Console.WriteLine(clock.ElapsedMilliseconds);
    }
}
