namespace ImpactEval.Ingestion.StudyFiles;

/// <summary>
/// The forms a value of the study file can be asked to have: a closed list, so that the app can say each in the user's language.
/// Ranges are written as formulas (<c>0 &lt; x &lt; 1</c>), lists of words with a comma.
/// </summary>
public static class ExpectedForm
{
    public const string Text = "text";
    public const string Code = "code: letters, digits, _ -";
    public const string Number = "number";
    public const string WholeNumber = "whole number";
    public const string TrueOrFalse = "true, false";
    public const string Date = "yyyy-MM-dd";
    public const string List = "list";
    public const string Map = "key: value";
    public const string FilledList = "≥ 1";
    public const string KeyOnce = "1 ×";
    public const string PathInsideFolder = "path inside the study folder";

    public static IReadOnlyList<string> All { get; } =
        [Text, Code, Number, WholeNumber, TrueOrFalse, Date, List, Map, FilledList, KeyOnce, PathInsideFolder];
}
