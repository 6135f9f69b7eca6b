namespace ImpactEval.Ingestion.StudyFiles;

/// <summary>The published JSON Schema (draft 2020-12) of <c>study.yaml</c>: completion and checking in editors, in Vietnamese and English.</summary>
public static class StudySchema
{
    public const string Name = "study.schema.json";

    /// <summary>The schema as text, the same bytes in every build.</summary>
    public static string Text()
    {
        using var resource = typeof(StudySchema).Assembly.GetManifestResourceStream(Name)!;
        using var reader = new StreamReader(resource);
        return reader.ReadToEnd();
    }
}
