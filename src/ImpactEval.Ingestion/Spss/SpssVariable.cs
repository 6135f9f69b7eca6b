namespace ImpactEval.Ingestion.Spss;

enum SpssMeasure { Unknown, Nominal, Ordinal, Scale }

/// <summary>One variable as its file declares it.</summary>
/// <param name="Name">The long name, as SPSS shows it.</param>
/// <param name="ShortName">At most eight bytes; response sets name variables by it.</param>
/// <param name="Width">Bytes of a text; 0 for a number.</param>
sealed record SpssVariable(string Name, string ShortName, string? Label, int Width, SpssFormat Format, SpssMeasure Measure)
{
    public SpssValueLabels Labels { get; init; } = SpssValueLabels.None;

    public SpssMissing Missing { get; init; } = SpssMissing.None;

    public bool IsText => Width > 0;
}

/// <summary>What values of a variable mean. Texts stand without the spaces behind them.</summary>
sealed record SpssValueLabels(IReadOnlyDictionary<double, string> OfNumbers, IReadOnlyDictionary<string, string> OfTexts)
{
    public static SpssValueLabels None { get; } = new(new Dictionary<double, string>(), new Dictionary<string, string>());

    public int Count => OfNumbers.Count + OfTexts.Count;
}

/// <summary>Values that the person who made the file declared missing: up to three, or a range and up to one value beside it.</summary>
/// <param name="Texts">Without the spaces behind them.</param>
/// <param name="TextRange">SPSS declares none, other programs do.</param>
sealed record SpssMissing(
    IReadOnlyList<double> Numbers,
    (double Low, double High)? Range,
    IReadOnlyList<string> Texts,
    (string Low, string High)? TextRange)
{
    public static SpssMissing None { get; } = new([], null, [], null);

    public bool IsNone => Numbers.Count == 0 && Texts.Count == 0 && Range is null && TextRange is null;

    public bool Includes(double number) =>
        Range is { } range && number >= range.Low && number <= range.High || Numbers.Contains(number);

    public bool Includes(string text) =>
        TextRange is { } range && string.CompareOrdinal(text, range.Low) >= 0 && string.CompareOrdinal(text, range.High) <= 0
        || Texts.Contains(text, StringComparer.Ordinal);
}

enum SpssResponseSetKind { Categories, Dichotomies }

/// <summary>Variables that together hold the answers to one question with several answers.</summary>
/// <param name="CountedValue">In a set of dichotomies the value that says yes.</param>
/// <param name="IsLabelledByValue">In a set of dichotomies the label of the counted value names the category, not that of the variable.</param>
sealed record SpssResponseSet(
    string Name,
    string Label,
    SpssResponseSetKind Kind,
    string? CountedValue,
    bool IsLabelledByValue,
    IReadOnlyList<SpssVariable> Variables);

/// <summary>Everything a system file says before its data.</summary>
/// <param name="Product">The program that wrote it.</param>
/// <param name="Encoding">In which its texts are written.</param>
/// <param name="Cases">How many cases it announces; null when it leaves that open.</param>
/// <param name="Weight">The variable that weights the cases.</param>
/// <param name="Documents">The lines of notes kept in the file.</param>
sealed record SpssDictionary(
    string Product,
    string Label,
    string Encoding,
    long? Cases,
    IReadOnlyList<SpssVariable> Variables,
    SpssVariable? Weight,
    IReadOnlyList<string> Documents,
    IReadOnlyList<SpssResponseSet> ResponseSets);
