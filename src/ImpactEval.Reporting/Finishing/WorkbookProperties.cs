namespace ImpactEval.Reporting.Finishing;

/// <summary>What the workbook says of itself.</summary>
/// <param name="Language">A language tag, e.g. <c>vi</c>.</param>
/// <param name="Creator">The product; never a person.</param>
public sealed record WorkbookProperties(string Title, string Subject, string Language, string Creator);

/// <summary>The value of a formula cell, for everybody who reads without calculating. One of number and text is given.</summary>
/// <param name="Address">E.g. <c>D7</c>.</param>
public sealed record CachedCell(string Sheet, string Address, double? Number, string? Text);
