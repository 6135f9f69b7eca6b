using System.Globalization;

namespace ImpactEval.Statistics.Catalogue.Families;

/// <summary>Options that many statistics share, and short ways to declare others.</summary>
static class Options
{
    static readonly NumberRange Inner = new(0, 1, IsOpenBelow: true, IsOpenAbove: true);

    public static StatisticOption Level { get; } = LevelOf(0.95);

    public static StatisticOption Alpha { get; } = Number("alpha", 0.05, Inner);

    public static StatisticOption Alternative { get; } = Word("alternative", "two_sided", "greater", "less");

    /// <summary>Names the levels of a grouping in their order; may leave some out.</summary>
    public static StatisticOption Levels { get; } = Names("levels");

    /// <summary>The level that others are compared with: <c>level</c>, or <c>column=level</c> for one of several columns.</summary>
    public static StatisticOption Reference { get; } = Names("reference");

    public static StatisticOption Resamples { get; } = Whole("resamples", 9_999, new NumberRange(100, 1_000_000));

    public static StatisticOption Seed { get; } = Whole("seed", 1, new NumberRange(0, int.MaxValue));

    public static StatisticOption LevelOf(double usual) => Number("confidence_level", usual, Inner);

    public static StatisticOption Number(string name, double? usual, NumberRange range) =>
        new(name, OptionKind.Number) { Default = usual?.ToString("R", CultureInfo.InvariantCulture), Range = range };

    public static StatisticOption Number(string name) => Number(name, null, NumberRange.All);

    public static StatisticOption Needed(string name, NumberRange range) => Number(name, null, range) with { IsRequired = true };

    public static StatisticOption Needed(string name) => Needed(name, NumberRange.All);

    public static StatisticOption Whole(string name, int? usual, NumberRange range) =>
        new(name, OptionKind.WholeNumber) { Default = usual?.ToString(CultureInfo.InvariantCulture), Range = range };

    public static StatisticOption Numbers(string name, string? usual, NumberRange range) =>
        new(name, OptionKind.Numbers) { Default = usual, Range = range };

    public static StatisticOption NeededNumbers(string name, NumberRange range) => Numbers(name, null, range) with { IsRequired = true };

    public static StatisticOption NeededNumbers(string name) => NeededNumbers(name, NumberRange.All);

    public static StatisticOption Names(string name) => new(name, OptionKind.Names);

    public static StatisticOption Flag(string name, bool usual) => new(name, OptionKind.Flag) { Default = usual ? "true" : "false" };

    /// <summary>The first word is the default.</summary>
    public static StatisticOption Word(string name, params string[] words) => new(name, OptionKind.Word) { Default = words[0], Words = words };

    public static StatisticOption NeededWord(string name, params string[] words) => new(name, OptionKind.Word) { IsRequired = true, Words = words };

    public static NumberRange From(double least) => new(least, double.PositiveInfinity);

    public static NumberRange Above(double least) => new(least, double.PositiveInfinity, IsOpenBelow: true);

    public static NumberRange Share { get; } = new(0, 1);

    public static NumberRange ShareBelowOne { get; } = new(0, 1, IsOpenAbove: true);

    public static NumberRange Between { get; } = Inner;

    public static NumberRange Trim { get; } = new(0, 0.5, IsOpenAbove: true);
}
