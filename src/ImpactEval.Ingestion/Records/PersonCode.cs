using System.Globalization;
using System.Text;

namespace ImpactEval.Ingestion.Records;

/// <summary>
/// The one spelling of a participant's code: capitals, narrow letters, one hyphen for every run of spaces and dashes.
/// <c>ylc–010</c>, <c>YLC 010</c> and <c>ＹＬＣ－０１０</c> are <c>YLC-010</c>.
/// </summary>
static class PersonCode
{
    /// <returns>The code, or an empty text when nothing is left of it.</returns>
    public static string Of(string written)
    {
        if (IsCanonical(written))
            return written;
        var code = new StringBuilder(written.Length);
        var isApart = false;
        // Compatibility composition narrows full-width letters, digits and dashes.
        foreach (var letter in written.Normalize(NormalizationForm.FormKC))
        {
            if (IsSeparator(letter))
            {
                isApart = true;
            }
            else if (char.GetUnicodeCategory(letter) is not (UnicodeCategory.Format or UnicodeCategory.Control))
            {
                if (isApart && code.Length > 0)
                    code.Append('-');
                isApart = false;
                code.Append(char.ToUpperInvariant(letter));
            }
        }
        return code.ToString();
    }

    /// <summary>Narrow capitals and digits, single hyphens between them: what most files hold, and nothing to change.</summary>
    static bool IsCanonical(ReadOnlySpan<char> written)
    {
        var isApart = true;
        foreach (var letter in written)
        {
            if (letter == '-' ? isApart : !char.IsAsciiDigit(letter) && !char.IsAsciiLetterUpper(letter))
                return false;
            isApart = letter == '-';
        }
        return !isApart;
    }

    /// <summary>Spaces, every dash of Unicode, and the minus sign.</summary>
    static bool IsSeparator(char letter) =>
        char.IsWhiteSpace(letter) || letter == '\u2212' || char.GetUnicodeCategory(letter) == UnicodeCategory.DashPunctuation;
}
