using System.Text;

namespace ImpactEval.Samples;

/// <summary>The study file: a template in which the items of the instruments and the provinces are filled in.</summary>
static class StudyFile
{
    static readonly InstrumentSheet[] Sheets =
    [
        Instruments.Knowledge, Instruments.Self, Instruments.Superior, Instruments.Reaction, Instruments.Application,
        Instruments.Areas, Instruments.Barriers, Instruments.Enablers, Instruments.Plan,
    ];

    public static string Text()
    {
        var text = new StringBuilder();
        foreach (var line in Resources.Text("study").ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'))
        {
            var marker = line.TrimStart();
            if (marker == "#provinces")
                text.AppendJoin('\n', Places.Provinces.Select(Province)).Append('\n');
            else if (Array.Find(Sheets, sheet => marker == $"#items {sheet.Code}") is { } sheet)
                text.AppendJoin('\n', sheet.Items.Select(Item)).Append('\n');
            else
                text.Append(line).Append('\n');
        }
        return text.ToString();
    }

    static string Province(string name) => $$"""      - { code: {{Roster.Folded(name)}}, title: { vi: "{{name}}" } }""";

    static string Item(SheetItem item) =>
        $$"""      - { code: {{item.Code}}, {{(item.Reversed ? "reversed: true, " : "")}}text: { vi: "{{item.Vi}}", en: "{{item.En}}" } }""";
}
