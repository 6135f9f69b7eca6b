using System.Globalization;

namespace ImpactEval.Statistics.Catalogue;

/// <summary>What the value of an option is.</summary>
public enum OptionKind { Number, WholeNumber, Flag, Word, Numbers, Names }

/// <summary>Where the numbers of an option may lie.</summary>
public readonly record struct NumberRange(double Least, double Most, bool IsOpenBelow = false, bool IsOpenAbove = false)
{
    public static NumberRange All { get; } = new(double.NegativeInfinity, double.PositiveInfinity);

    public bool Contains(double value) =>
        double.IsFinite(value) && (IsOpenBelow ? value > Least : value >= Least) && (IsOpenAbove ? value < Most : value <= Most);

    /// <summary>In signs that need no translation: <c>0 &lt; x &lt; 1</c>.</summary>
    public override string ToString()
    {
        var below = double.IsFinite(Least) ? string.Create(CultureInfo.InvariantCulture, $"{Least} {(IsOpenBelow ? "<" : "≤")} ") : "";
        var above = double.IsFinite(Most) ? string.Create(CultureInfo.InvariantCulture, $" {(IsOpenAbove ? "<" : "≤")} {Most}") : "";
        return $"{below}x{above}";
    }
}

/// <summary>A choice that a statistic offers, with its default. Values are written with a decimal point; lists with commas.</summary>
public sealed record StatisticOption(string Name, OptionKind Kind)
{
    /// <summary>As it would be written; null = not used unless given.</summary>
    public string? Default { get; init; }

    public bool IsRequired { get; init; }

    /// <summary>The words to choose from.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    public NumberRange Range { get; init; } = NumberRange.All;

    /// <summary>What may be given, in words or signs.</summary>
    public string Allowed => Kind switch
    {
        OptionKind.Word => string.Join("|", Words),
        OptionKind.Flag => "true|false",
        OptionKind.Names => "a,b,…",
        OptionKind.WholeNumber => Range == NumberRange.All ? "0, 1, 2, …" : $"{Range} (1, 2, 3, …)",
        OptionKind.Numbers => Range == NumberRange.All ? "x,y,…" : $"x,y,…; {Range}",
        _ => Range == NumberRange.All ? "x" : Range.ToString(),
    };

    /// <exception cref="CatalogueException">Not of the kind, or off its range.</exception>
    internal object Read(string text) => Kind switch
    {
        OptionKind.Number => Number(text),
        OptionKind.WholeNumber => Number(text) is var number && Math.Floor(number) == number && Math.Abs(number) <= int.MaxValue
            ? (int)number
            : throw Refused(CatalogueProblemKind.OptionNotWhole, text),
        OptionKind.Numbers => Array.ConvertAll(Parts(text), Number),
        OptionKind.Names => Parts(text),
        OptionKind.Flag => text switch { "true" => true, "false" => false, _ => throw Refused(CatalogueProblemKind.OptionWordUnknown, text) },
        _ => Words.Contains(text) ? text : throw Refused(CatalogueProblemKind.OptionWordUnknown, text),
    };

    double Number(string text)
    {
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number))
            throw Refused(CatalogueProblemKind.OptionNotANumber, text);
        return Range.Contains(number) ? number : throw Refused(CatalogueProblemKind.OptionOffRange, text);
    }

    static string[] Parts(string text) => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    CatalogueException Refused(CatalogueProblemKind kind, string found) =>
        new(new CatalogueProblem(kind, Name, found, Allowed, Kind == OptionKind.Word ? Words : []));
}
