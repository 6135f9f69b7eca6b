using System.Globalization;
using System.IO.Compression;
using System.Xml.Linq;

namespace ImpactEval.App.Tests;

/// <summary>The sample's workbook as another office program sees it. One at a time: two starts of the office program can meet each other.</summary>
[TestClass]
[DoNotParallelize]
public sealed class WorkbookInLibreOfficeTests
{
    const int MostPages = 30;

    static readonly XNamespace Sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    static readonly TemporaryFolder Folder = new();
    static string workbook = null!;

    [ClassInitialize]
    public static async Task WriteTheWorkbook(TestContext context)
    {
        var run = await ProgramRun.OfAsync("evaluate", Repository.SampleStudy, "--out", Folder["out"], "--database", Folder["store"]);
        Assert.AreEqual(0, run.ExitCode, run.Error);
        workbook = Directory.GetFiles(Folder["out"], "*.xlsx").Single();
    }

    [ClassCleanup]
    public static void Clean() => Folder.Dispose();

    [TestMethod]
    public async Task Every_formula_comes_to_the_value_that_was_written_for_it()
    {
        var bare = Folder["bare.xlsx"];
        File.Copy(workbook, bare);
        ForgetValues(bare);
        await ConvertAsync("xlsx", bare, "recalculated");

        var written = Formulas(workbook);
        var recalculated = Formulas(Folder[Path.Combine("recalculated", "bare.xlsx")]);
        Assert.IsGreaterThan(20, written.Count);
        foreach (var (cell, value) in written)
        {
            if (double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
                Assert.AreEqual(number, double.Parse(recalculated[cell], CultureInfo.InvariantCulture), 1e-9 * Math.Max(1, Math.Abs(number)), cell.ToString());
            else
                Assert.AreEqual(value, recalculated[cell], cell.ToString());
        }
    }

    [TestMethod]
    public async Task Printed_it_is_a_report_of_readable_length()
    {
        await ConvertAsync("pdf", workbook, "printed");
        var pdf = Directory.GetFiles(Folder["printed"], "*.pdf").Single();
        var text = await Needed.RunAsync(Needed.PdfText, "-layout", pdf, "-");
        StringAssert.Contains(text, "Đào tạo cán bộ lãnh đạo trẻ các thành phố", StringComparison.Ordinal);
        Assert.IsLessThanOrEqualTo(MostPages, text.Count(character => character == '\f'));
    }

    static async Task ConvertAsync(string format, string file, string folder) => await Needed.RunAsync(
        Needed.LibreOffice, $"-env:UserInstallation={new Uri(Folder["office-" + folder])}", "--headless", "--convert-to", format, "--outdir", Folder[folder], file);

    /// <summary>Takes the cached values away, so that what is found afterwards was computed by the other program.</summary>
    static void ForgetValues(string file)
    {
        using var package = ZipFile.Open(file, ZipArchiveMode.Update);
        foreach (var name in package.Entries.Select(entry => entry.FullName).Where(IsSheet).ToArray())
        {
            var sheet = Load(package, name);
            foreach (var cell in sheet.Descendants(Sheet + "c").Where(cell => cell.Element(Sheet + "f") is not null))
                cell.Element(Sheet + "v")?.Remove();
            package.GetEntry(name)!.Delete();
            using var stream = package.CreateEntry(name).Open();
            sheet.Save(stream);
        }
    }

    static Dictionary<(int Sheet, string Cell), string> Formulas(string file)
    {
        using var package = ZipFile.OpenRead(file);
        var shared = package.GetEntry("xl/sharedStrings.xml") is null ? [] : Load(package, "xl/sharedStrings.xml").Descendants(Sheet + "si").Select(text => text.Value).ToArray();
        var cells = from name in package.Entries.Select(entry => entry.FullName).Where(IsSheet)
                    let number = int.Parse(name["xl/worksheets/sheet".Length..^".xml".Length], CultureInfo.InvariantCulture)
                    from cell in Load(package, name).Descendants(Sheet + "c")
                    where cell.Element(Sheet + "f") is not null
                    let value = cell.Element(Sheet + "v")?.Value ?? ""
                    let text = cell.Attribute("t")?.Value == "s" ? shared[int.Parse(value, CultureInfo.InvariantCulture)] : value
                    select KeyValuePair.Create((number, cell.Attribute("r")!.Value), text);
        return new(cells);
    }

    static bool IsSheet(string name) => name.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal);

    static XDocument Load(ZipArchive package, string name)
    {
        using var stream = package.GetEntry(name)!.Open();
        return XDocument.Load(stream);
    }
}
