using ImpactEval.Ingestion.Gate;
using ImpactEval.Ingestion.Spss;
using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Tests.Spss;

static class SpssReading
{
    public static SpssFile Open(SavFile file, string? encoding = null) => Open(file.Bytes(), encoding);

    public static SpssFile Open(byte[] bytes, string? encoding = null, FileLimits? limits = null) =>
        SpssFile.Open("a.sav", new MemoryStream(bytes), limits ?? FileLimits.Usual, encoding);

    /// <summary>A sample file that lies beside the tests.</summary>
    public static byte[] Sample(string name)
    {
        using var stream = typeof(SpssReading).Assembly.GetManifestResourceStream(name)!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    public static SpssVariable Variable(this SpssFile file, string name) => file.Dictionary.Variables.Single(variable => variable.Name == name);

    public static SpssCell[] Column(this SpssFile file, string name)
    {
        var at = file.Dictionary.Variables.ToList().FindIndex(variable => variable.Name == name);
        return [.. file.Rows().Select(row => row.Cells[at])];
    }

    /// <summary>The one reason why a file is refused, in its dictionary or its rows.</summary>
    public static ContractProblem Refusal(byte[] bytes, string? encoding = null, FileLimits? limits = null)
    {
        var problems = Assert.ThrowsExactly<BrokenContractException>(() => Open(bytes, encoding, limits).Rows().Count()).Problems;
        Assert.HasCount(1, problems, string.Join("\n", problems));
        return problems[0];
    }
}
