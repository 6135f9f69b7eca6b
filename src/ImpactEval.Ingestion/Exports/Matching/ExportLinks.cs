namespace ImpactEval.Ingestion.Exports;

/// <summary>By what two records were taken for one person's.</summary>
public enum LinkMethod { Id, CodeWithOneChangedPart, Name }

/// <summary>A record of the first file and one of the second that speak of one person.</summary>
/// <param name="FirstRow">Row in the first file as a person sees it.</param>
public sealed record ExportLink(int FirstRow, int SecondRow, LinkMethod How, double? FirstScore, double? SecondScore);

/// <summary>The people of two files, as far as they are the same.</summary>
/// <param name="OnlyFirst">People of the first file who are not found in the second.</param>
public sealed record ExportLinks(string PairedFile, IReadOnlyList<ExportLink> Links, int OnlyFirst, int OnlySecond);
