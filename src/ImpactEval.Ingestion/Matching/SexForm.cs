using ImpactEval.Language;

namespace ImpactEval.Ingestion.Matching;

enum SexLevel { Unknown, Same, Other }

/// <summary>The sex by one letter, from the words of four languages.</summary>
static class SexForm
{
    static readonly HashSet<string> Men = ["nam", "m", "male", "man", "homme", "h", "男", "男性", "ong", "mr"];
    static readonly HashSet<string> Women = ["nu", "f", "female", "woman", "femme", "女", "女性", "ba", "ms", "mrs"];

    public static char? Of(string written)
    {
        var word = ToneMarks.Remove(FoldedText.Of(written));
        return Men.Contains(word) ? 'M' : Women.Contains(word) ? 'F' : null;
    }

    public static SexLevel Compare(char? one, char? other) => one is null || other is null ? SexLevel.Unknown : one == other ? SexLevel.Same : SexLevel.Other;
}
