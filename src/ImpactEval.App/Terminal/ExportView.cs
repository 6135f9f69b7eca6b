using ImpactEval.App.Operations;
using ImpactEval.Ingestion.Exports;
using ImpactEval.Reporting;
using ImpactEval.Studies;

namespace ImpactEval.App.Terminal;

/// <summary>What was read of files without a study, for people: what each is, what was assumed, and every defect with its places.</summary>
static class ExportView
{
    /// <summary>More places than a person will look up one by one.</summary>
    const int PlacesShown = 12;

    public static void Write(TextWriter output, IReadOnlyList<CheckedExport> files, Messages messages)
    {
        foreach (var file in files)
            Write(output, file, messages);
    }

    static void Write(TextWriter output, CheckedExport file, Messages messages)
    {
        var read = file.Reading;
        output.WriteLine($"{read.File}: {(read.IsRefused ? messages["export.refused"] : read.Format)}");
        if (!read.IsRefused)
        {
            Line(output, messages["export.records"], read.Records?.ToString(messages.Culture));
            Line(output, messages["export.usable"], read.Usable?.ToString(messages.Culture));
            Line(output, messages["export.participants"], read.Participants?.ToString(messages.Culture));
            Line(output, messages["export.waves"],
                string.Join(", ", read.Waves.Select(wave => $"{Words.Of(wave.Key, messages.Language)} {wave.Value.ToString(messages.Culture)}")));
            Line(output, messages["export.paired"], file.Paired is { } paired ? Summary(paired, messages) : null);
            if (file.Links is { } links)
            {
                Line(output, messages.Format("export.linked", links.PairedFile), links.Links.Count.ToString(messages.Culture));
                Line(output, messages["export.doubtful"], links.Doubtful.Count > 0 ? links.Doubtful.Count.ToString(messages.Culture) : null);
            }
            output.WriteLine("  " + messages["export.assumed"]);
            foreach (var assumption in read.Assumptions)
                output.WriteLine($"    {messages[$"export.assumption.{assumption.What}"]}: {assumption.Value} ({assumption.Evidence})");
        }
        output.WriteLine("  " + (read.Defects.Count == 0 ? messages["check.clean"]
            : messages.Format("check.problems", read.Defects.Sum(defect => defect.Count))));
        foreach (var defect in read.Defects)
            output.WriteLine($"    {messages[$"defect.{DefectWord.Of(defect.Kind)}"]}: {defect.Count.ToString(messages.Culture)}{Places(defect, messages)}");
    }

    static void Line(TextWriter output, string label, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            output.WriteLine($"  {label}: {value}");
    }

    static string Summary(PairedFigures paired, Messages messages) =>
        string.Create(messages.Culture,
            $"n = {paired.Size}, {paired.MeanPre:0.##} → {paired.MeanPost:0.##} ({paired.MeanDifference:+0.##;−0.##;0}), d_z = {paired.CohensDz:0.00}");

    static string Places(Defect defect, Messages messages)
    {
        var places = new List<string>();
        if (defect.Columns.Count + defect.Sheets.Count > 0)
            places.Add(string.Join(", ", defect.Columns.Concat(defect.Sheets).Select(name => $"“{name}”")));
        if (defect.Encoding is { } encoding)
            places.Add(encoding);
        if (defect.Line is { } line)
            places.Add($"{messages["export.line"]} {line.ToString(messages.Culture)}");
        if (defect.Rows.Count > 0)
            places.Add($"{messages["export.rows"]} {Shortened(defect.Rows.Select(row => row.ToString(messages.Culture)), defect.Rows.Count)}");
        if (defect.Ids.Count > 0)
            places.Add(Shortened(defect.Ids, defect.Ids.Count));
        if (defect.Values.Count > 0)
            places.Add(Shortened(defect.Values, defect.Values.Count));
        return places.Count == 0 ? "" : $" – {string.Join("; ", places)}";
    }

    static string Shortened(IEnumerable<string> places, int count) => string.Join(", ", places.Take(PlacesShown)) + (count > PlacesShown ? " …" : "");
}
