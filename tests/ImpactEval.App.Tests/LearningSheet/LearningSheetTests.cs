using ClosedXML.Excel;
using ImpactEval.Ingestion.StudyFiles;
using ImpactEval.Studies;

namespace ImpactEval.App.Tests.LearningSheet;

/// <summary>Every number of the sample's Learning sheet, recomputed from the generator's raw values by textbook formulas. One test at a time: a workbook in memory is not safe for several.</summary>
[TestClass]
[DoNotParallelize]
public sealed class LearningSheetTests
{
    const double Tolerance = 1e-8;

    /// <summary>The Vietnamese headings a reader finds over the numbers.</summary>
    static readonly Dictionary<string, string> Headings = new()
    {
        ["Outcome"] = "Kết quả đo", ["Comparison"] = "So sánh", ["Paired"] = "n (người)",
        ["Before"] = "TB trước (điểm)", ["BeforeSd"] = "ĐLC trước (điểm)", ["After"] = "TB sau (điểm)", ["AfterSd"] = "ĐLC sau (điểm)",
        ["Difference"] = "Thay đổi (điểm)", ["DifferenceLower"] = "KTC dưới (điểm)", ["DifferenceUpper"] = "KTC trên (điểm)",
        ["DAv"] = "d_av (ĐLC)", ["DAvLower"] = "KTC dưới (ĐLC)", ["DAvUpper"] = "KTC trên (ĐLC)",
        ["AdjustedP"] = "p hiệu chỉnh", ["Improved"] = "Tăng điểm",
    };

    static readonly TemporaryFolder Folder = new();
    static readonly Study Study = StudyFile.Read(Repository.SampleStudy);
    static readonly RawScores Raw = new(Path.Combine(Repository.SampleStudy, "truth", "raw.csv"));
    static IXLTable table = null!;

    sealed record Change(Outcome Outcome, (string From, string To) Waves, double[] Before, double[] After);

    [ClassInitialize]
    public static async Task WriteTheWorkbook(TestContext context)
    {
        var run = await ProgramRun.OfAsync("evaluate", Repository.SampleStudy, "--out", Folder["out"], "--database", Folder["store"]);
        Assert.AreEqual(0, run.ExitCode, run.Error);
        var workbook = new XLWorkbook(Directory.GetFiles(Folder["out"], "*.xlsx").Single());
        table = workbook.Worksheets.Single(sheet => sheet.Name.Contains("Learning", StringComparison.Ordinal)).Tables.First();
    }

    [ClassCleanup]
    public static void Clean() => Folder.Dispose();

    [TestMethod]
    public void It_holds_every_instrument_and_every_field_of_the_test()
    {
        var outcomes = table.DataRange.Rows().Select(row => Of(row).Outcome.Code).ToHashSet();
        foreach (var expected in Study.Outcomes().Where(outcome => outcome.Instrument.Code is "knowledge" || outcome.Code is "self" or "superior"))
            Assert.Contains(expected.Code, outcomes);
    }

    [TestMethod]
    public void Pairs_means_and_deviations() => ForEveryRow((row, change) =>
    {
        AssertCell(row, "Paired", change.Before.Length);
        AssertCell(row, "Before", ByHand.Mean(change.Before));
        AssertCell(row, "BeforeSd", ByHand.Deviation(change.Before));
        AssertCell(row, "After", ByHand.Mean(change.After));
        AssertCell(row, "AfterSd", ByHand.Deviation(change.After));
    });

    [TestMethod]
    public void Mean_change_with_its_t_interval() => ForEveryRow((row, change) =>
    {
        var gains = ByHand.Gains(change.Before, change.After);
        AssertCell(row, "Difference", ByHand.Mean(gains));
        AssertCell(row, "DifferenceLower", ByHand.Mean(gains) - ByHand.Margin(gains));
        AssertCell(row, "DifferenceUpper", ByHand.Mean(gains) + ByHand.Margin(gains));
    });

    [TestMethod]
    public void Effect_size_with_its_interval() => ForEveryRow((row, change) =>
    {
        var (lower, upper) = ByHand.AlginaKeselman(change.Before, change.After);
        AssertCell(row, "DAv", ByHand.DAv(change.Before, change.After));
        AssertCell(row, "DAvLower", lower);
        AssertCell(row, "DAvUpper", upper);
    });

    [TestMethod]
    public void Adjusted_p_and_share_improved() => ForEveryRow((row, change) =>
    {
        // Holm within the declared family: the fields of the test together, the three primary outcomes together.
        var isField = change.Outcome.Code.StartsWith("knowledge.", StringComparison.Ordinal);
        var family = Study.Outcomes()
            .Where(outcome => isField ? outcome.Code.StartsWith("knowledge.", StringComparison.Ordinal) : Study.Design.PrimaryOutcomes.Contains(outcome.Code))
            .Select(outcome => ChangeOf(outcome, change.Waves))
            .Where(member => member.Before.Length > 1)
            .ToArray();
        var adjusted = ByHand.Holm([.. family.Select(member => ByHand.PValue(ByHand.Gains(member.Before, member.After)))]);
        AssertCell(row, "AdjustedP", adjusted[Array.FindIndex(family, member => member.Outcome.Code == change.Outcome.Code)]);
        AssertCell(row, "Improved", ByHand.Gains(change.Before, change.After).Count(gain => gain > 1e-9) / (double)change.Before.Length);
    });

    static void ForEveryRow(Action<IXLRangeRow, Change> check)
    {
        foreach (var row in table.DataRange.Rows())
            check(row, Of(row));
    }

    /// <summary>The row's outcome and waves by their titles, and the pairs of scores behind it.</summary>
    static Change Of(IXLRangeRow row)
    {
        var title = Cell(row, "Outcome").GetString();
        var comparison = Cell(row, "Comparison").GetString();
        // A primary outcome has a mark before its title, a part a dash.
        var outcome = Study.Outcomes().Single(candidate => First(title).TrimStart('♦', '–', ' ') == candidate.Title.Vi);
        var waves = from later in Study.Waves
                    from earlier in Study.Waves
                    where First(comparison) == $"{later.Title.Vi} − {earlier.Title.Vi}"
                    select (earlier.Code, later.Code);
        return ChangeOf(outcome, waves.Single());
    }

    static Change ChangeOf(Outcome outcome, (string, string) waves)
    {
        var items = outcome.Instrument.Items;
        int[] reversed = [.. Enumerable.Range(0, items.Count).Where(position => items[position].Reversed)];
        var (before, after) = Raw.Pairs(outcome.Instrument.Code, [.. outcome.Positions], reversed, waves);
        return new Change(outcome, waves, before, after);
    }

    /// <summary>The Vietnamese part of a cell in two languages.</summary>
    static string First(string bilingual) => bilingual.Split([" / ", "\n", "_x000a_"], StringSplitOptions.TrimEntries)[0];

    static IXLCell Cell(IXLRangeRow row, string column)
    {
        var field = table.Fields.Single(candidate => First(candidate.Name) == Headings[column]);
        return row.Cell(field.Index + 1);
    }

    static void AssertCell(IXLRangeRow row, string column, double expected)
    {
        var cell = Cell(row, column);
        // A formula cell is read with the value that was written for it, not with one computed here.
        var found = Convert.ToDouble(cell.HasFormula ? cell.CachedValue : cell.Value, System.Globalization.CultureInfo.InvariantCulture);
        Assert.AreEqual(expected, found, Tolerance * Math.Max(1, Math.Abs(expected)), $"{column} of row {row.RowNumber()}");
    }
}
