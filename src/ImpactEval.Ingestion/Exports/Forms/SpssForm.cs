using ImpactEval.Ingestion.Exports.Grids;
using ImpactEval.Ingestion.Exports.Words;

namespace ImpactEval.Ingestion.Exports.Forms;

/// <summary>A system file of SPSS: names of variables, with their labels as the words people know.</summary>
static class SpssForm
{
    public static ToolForm? Of(GridBook book, Grid main, HeaderRows header) => book.Container != GridContainer.Sav ? null
        : new ToolForm(book.IsZlib ? "spss-zsav" : "spss-sav", "$FL", main, header)
        {
            Texts = [.. header.Headings.Select((name, at) => TextOf(name, at < book.HeadingLabels.Count ? book.HeadingLabels[at] : ""))],
        };

    /// <summary>The label, unless only the name says which moment is meant.</summary>
    static string TextOf(string name, string label) =>
        label.Length == 0 || (WaveWords.Of(new Sought(label)) is null && WaveWords.Of(new Sought(name)) is not null) ? name : label;
}
