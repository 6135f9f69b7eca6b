using ImpactEval.Studies;

namespace ImpactEval.Reporting.Tables;

internal enum Unit { None, Number, People, Points, Share, StandardDeviations, Probability, Rows, Answers, AsRowSays }

/// <summary>How a column's values are shown; a column has one format.</summary>
internal enum CellFormat { Text, Whole, Decimal, General, Percent, FinePercent, Probability }

/// <summary>Where a column's values come from.</summary>
internal enum ColumnOrigin { Declared, Counted, Estimated, Formula, Written }

/// <summary>What a column is called, means and looks like. The table and the dictionary are made from the same heads.</summary>
/// <param name="Code">Names the column in formulas.</param>
/// <param name="Width">In characters of the standard font.</param>
internal sealed record ColumnHead(string Code, LocalText Name, LocalText Meaning, Unit Unit, CellFormat Format, ColumnOrigin Origin, double Width)
{
    /// <summary>Vietnamese above English, each with its unit, as it stands above the column.</summary>
    public string Heading => WithUnit(Name).OnTwoLines();

    /// <summary>The heading in one line, for the dictionary: columns that differ in their wave only have one.</summary>
    public string Title => WithUnit(AnyWave ?? Name).Bilingual();

    /// <summary>The name with the wave left open, of a column that every wave has.</summary>
    public LocalText? AnyWave { get; init; }

    LocalText WithUnit(LocalText name)
    {
        // A share carries its sign in every cell.
        if (Unit is Unit.None or Unit.Number or Unit.AsRowSays or Unit.Probability or Unit.Share)
            return name;
        var unit = Words.Both(Unit);
        return new LocalText($"{name.Vi} ({unit.Vi})", $"{name.In(TextLanguage.En)} ({unit.In(TextLanguage.En)})");
    }

    public static ColumnHead Text(string code, double width, ColumnOrigin origin = ColumnOrigin.Declared) =>
        Of(code, Unit.None, CellFormat.Text, origin, width);

    public static ColumnHead Count(string code, Unit unit) => Of(code, unit, CellFormat.Whole, ColumnOrigin.Counted, 7.5);

    public static ColumnHead Estimate(string code, Unit unit) => Of(code, unit, CellFormat.Decimal, ColumnOrigin.Estimated, 8.5);

    public static ColumnHead Share(string code) => Of(code, Unit.Share, CellFormat.Percent, ColumnOrigin.Estimated, 8.5);

    /// <summary>A share of many rows, where a tenth of a per cent still speaks of some.</summary>
    public static ColumnHead FineShare(string code) => Share(code) with { Format = CellFormat.FinePercent };

    public static ColumnHead Probability(string code) => Of(code, Unit.Probability, CellFormat.Probability, ColumnOrigin.Estimated, 9);

    public ColumnHead From(ColumnOrigin origin) => this with { Origin = origin };

    public ColumnHead Wide(double width) => this with { Width = width };

    static ColumnHead Of(string code, Unit unit, CellFormat format, ColumnOrigin origin, double width) =>
        new(code, Words.Both($"Column.{code}.Header"), Words.Both($"Column.{code}.Meaning"), unit, format, origin, width);
}

/// <summary>A column of a table of <typeparamref name="T"/>: its head, and the cell each row gets.</summary>
internal sealed record Column<T>(ColumnHead Head, Func<T, Cell> CellOf);
