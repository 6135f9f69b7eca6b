using ImpactEval.Samples;

namespace ImpactEval.App.Tests;

/// <summary>The sample in the repository is what its generator makes: nobody has edited the one without the other.</summary>
[TestClass]
public sealed class SampleStudyTests
{
    [TestMethod]
    public void The_generator_makes_the_same_bytes_again()
    {
        using var folder = new TemporaryFolder();
        JicaYoungLeaders.Write(JicaYoungLeaders.Generate(), folder.Path);

        var made = Files(folder.Path);
        CollectionAssert.AreEqual(Files(Repository.SampleStudy).Where(file => file is not ("README.md" or "truth/README.md" or "truth/truth.json")).ToArray(), made);
        foreach (var file in made)
            CollectionAssert.AreEqual(File.ReadAllBytes(Path.Combine(Repository.SampleStudy, file)), File.ReadAllBytes(Path.Combine(folder.Path, file)), file);
    }

    [TestMethod]
    public void Another_seed_makes_another_sample()
    {
        var (one, other) = (JicaYoungLeaders.Generate(1), JicaYoungLeaders.Generate(2));
        Assert.IsFalse(one.Responses.Take(50).SelectMany(response => response.Values).SequenceEqual(other.Responses.Take(50).SelectMany(response => response.Values)));
    }

    static string[] Files(string study) =>
    [
        .. Directory.GetFiles(study, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(study, file).Replace('\\', '/'))
            .Where(file => !file.StartsWith("out/", StringComparison.Ordinal) && !file.StartsWith(".impacteval/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];
}
