using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Exports;

/// <summary>A record of the first file and one of the second that speak of one person.</summary>
/// <param name="FirstRow">Row in the first file as a person sees it.</param>
/// <param name="FalseMatch">Estimated probability (0–1) that they are two people.</param>
public sealed record ExportLink(int FirstRow, int SecondRow, MatchMethod How, double FalseMatch, double? FirstScore, double? SecondScore);

/// <summary>The people of two files, as far as they are the same.</summary>
/// <param name="Doubtful">Pairs that a person would have to decide on.</param>
/// <param name="OnlyFirst">People of the first file who are not found in the second.</param>
public sealed record ExportLinks(string PairedFile, IReadOnlyList<ExportLink> Links, IReadOnlyList<ExportLink> Doubtful, int OnlyFirst, int OnlySecond);
