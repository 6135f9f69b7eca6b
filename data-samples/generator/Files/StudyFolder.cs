using System.Text;

namespace ImpactEval.Samples;

/// <summary>Writes the study's folder: <c>study.yaml</c>, <c>files/</c> and <c>truth/</c>.</summary>
sealed class StudyFolder(string folder)
{
    public void Write(SampleStudy study, IReadOnlyList<WrittenAnswer> corpus)
    {
        var files = new SourceFiles(study, corpus).All().ToList();
        Save("study.yaml", StudyFile.Text());
        foreach (var file in files)
            Save(file.Path, file.Content);
        Save("truth/raw.csv", TruthTables.Raw(study));
        Save("truth/participants.csv", TruthTables.Participants(study));
        Save("truth/themes.csv", TruthTables.Themes(corpus));
        Save("truth/defects.json", TruthJson.Defects(files.SelectMany(file => file.Defects)));
        Save("truth/personal-data.json", TruthJson.PersonalData(corpus));
    }

    public void Write(Truth truth) => Save("truth/truth.json", TruthJson.Of(truth));

    void Save(string path, string text) => Save(path, new UTF8Encoding(false).GetBytes(text));

    void Save(string path, byte[] content)
    {
        var target = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.WriteAllBytes(target, content);
    }
}
