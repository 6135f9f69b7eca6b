namespace ImpactEval.Ingestion.StudyFiles;

/// <summary>What was read of a list's element, and its code as written, so that a second one of the same code can be shown.</summary>
sealed record Coded<T>(YamlText? Code, T Value);
