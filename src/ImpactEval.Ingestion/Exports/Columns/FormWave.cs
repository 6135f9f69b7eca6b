using ImpactEval.Ingestion.Exports.Forms;
using ImpactEval.Ingestion.Exports.Words;
using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Exports.Columns;

/// <summary>The moment of a form whose rows and headings do not name it: what its questions ask about, then what the file is called.</summary>
static class FormWave
{
    public static (WaveKind? Kind, string Evidence) Of(ToolForm form, ExportColumns columns, string fileName)
    {
        if (form.Format is TableForms.Indicators)
            return (null, "");
        var name = new Sought(Path.GetFileNameWithoutExtension(fileName));
        var followUp = Speaking(columns, WaveWords.SpeaksOfFollowUp);
        var needs = Speaking(columns, WaveWords.SpeaksOfNeeds);
        if (followUp.Length + needs.Length > 0)
            return followUp.Length >= needs.Length ? (WaveKind.FollowUp, columns.Told(followUp[0])) : (WaveKind.Needs, columns.Told(needs[0]));
        if (form.Format is TableForms.Wide or TableForms.NoId or TableForms.SelfMadeCode)
            return (null, "");
        if (WaveWords.SpeaksOfFollowUp(name))
            return (WaveKind.FollowUp, name.Words);
        if (WaveWords.OfCell(name) is { } named)
            return (named, name.Words);
        // Interviews are held after people have gone back to work, unless something says otherwise.
        return form.Format == TableForms.Interviews ? (WaveKind.FollowUp, form.Format) : (null, "");
    }

    static int[] Speaking(ExportColumns columns, Func<Sought, bool> speaks) => [.. columns.Own.Where(column => speaks(columns.Path(column)))];
}
