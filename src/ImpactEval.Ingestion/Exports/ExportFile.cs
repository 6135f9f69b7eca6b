using ImpactEval.Ingestion.Exports.Forms;
using ImpactEval.Ingestion.Exports.Grids;
using ImpactEval.Ingestion.Gate;

namespace ImpactEval.Ingestion.Exports;

/// <summary>Reads an export of any known tool without a study: what it is, what it says, what is wrong with it.</summary>
public static class ExportFile
{
    /// <exception cref="IOException">The file is not there or cannot be read.</exception>
    public static ExportReading Read(string path)
    {
        var limits = FileLimits.Usual;
        var name = Path.GetFileName(path);
        var length = new FileInfo(path).Length;
        return length > limits.Bytes ? Refused(name, DefectKind.DecompressionLimit, $"{length >> 20} MB", null)
            : Read(name, FileBytes.Of(path), limits);
    }

    /// <param name="name">The file's name, for its extension and for words that name a moment.</param>
    public static ExportReading Read(string name, byte[] bytes) => Read(name, bytes, FileLimits.Usual);

    internal static ExportReading Read(string name, byte[] bytes, FileLimits limits)
    {
        try
        {
            return Read(name, ExportGate.Open(name, bytes, limits));
        }
        catch (RefusedExportException refused)
        {
            return Refused(name, refused.Kind, refused.Found, refused.ExpandsTo);
        }
    }

    static ExportReading Read(string name, GridBook book) => Tools.Recognise(book) is not { } form
        ? Refused(name, DefectKind.EmptyFile, "", null)
        : form.Format == TableForms.Indicators ? IndicatorReader.Read(name, book, form) : new ExportReader(name, book, form).Read();

    static ExportReading Refused(string name, DefectKind kind, string found, long? expandsTo)
    {
        var defect = new Defect(kind, 1, [], [], [], found.Length == 0 ? [] : [found]);
        return new ExportReading(name, "hostile", 0) { Defects = [defect], IsRefused = true, ExpandsTo = expandsTo };
    }
}
