namespace ImpactEval.App.Tests;

/// <summary>A folder that goes with the test.</summary>
sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("impacteval-").FullName;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    /// <summary>A copy of the sample study: its study file and its source files.</summary>
    public string CopyOfSampleStudy()
    {
        var target = this["study"];
        foreach (var file in Directory.GetFiles(System.IO.Path.Combine(Repository.SampleStudy, "files"), "*", SearchOption.AllDirectories)
            .Append(System.IO.Path.Combine(Repository.SampleStudy, "study.yaml")))
        {
            var copy = System.IO.Path.Combine(target, System.IO.Path.GetRelativePath(Repository.SampleStudy, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        return target;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
