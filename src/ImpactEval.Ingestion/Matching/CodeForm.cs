using System.Text;
using System.Text.RegularExpressions;
using ImpactEval.Language;

namespace ImpactEval.Ingestion.Matching;

/// <summary>A code apart from how it was typed.</summary>
static partial class CodeForm
{
    /// <summary>
    /// The spelling in which case, full width, spaces, dashes, marks on letters and zeros before a number make no difference:
    /// <c>hv–007</c>, <c>HV 7</c> and <c>ＨＶ07</c> are <c>HV|7</c>. An e-mail address differs by case alone.
    /// </summary>
    public static string Normalised(string code)
    {
        var narrow = code.Normalize(NormalizationForm.FormKC).Trim();
        return narrow.Contains('@', StringComparison.Ordinal)
            ? narrow.ToUpperInvariant()
            : string.Join('|', Parts(narrow).Select(part => part.TrimStart('0') is { Length: > 0 } number ? number : "0"));
    }

    /// <summary>Runs of letters and of digits: H 02 QU 2 H.</summary>
    public static IReadOnlyList<string> Parts(string code) =>
        [.. Runs().Matches(ToneMarks.Remove(code.Normalize(NormalizationForm.FormKC)).ToUpperInvariant()).Select(run => run.Value)];

    [GeneratedRegex(@"\p{L}+|[0-9]+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Runs();
}
