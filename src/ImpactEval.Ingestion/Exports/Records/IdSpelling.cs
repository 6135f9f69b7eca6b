using System.Text;
using System.Text.RegularExpressions;
using ImpactEval.Ingestion.Records;

namespace ImpactEval.Ingestion.Exports.Records;

/// <param name="Key">Comparable spelling: equal for every spelling of one code; empty when there is none.</param>
/// <param name="Id">The code in the file's usual spelling.</param>
/// <param name="IsVariant">Written otherwise than the file usually does.</param>
readonly record struct ReadId(string Key, string Id, bool IsVariant);

/// <summary>
/// The codes of one file: which spelling is usual there, and which others mean the same. Case, spaces, dashes, full width and left-out zeros
/// are spelling; letters and digits are not.
/// </summary>
sealed partial class IdSpelling
{
    /// <summary>The share of a spelling that makes it the file's usual one.</summary>
    const double UsualShare = 0.5;

    readonly string? usualShape;
    readonly (string Letters, string Mark, string Digits)? model;
    readonly int? width;
    readonly bool isSmall;
    readonly Dictionary<string, string> usualByKey = new(StringComparer.Ordinal);

    public IdSpelling(IEnumerable<string> written)
    {
        var codes = written.Where(code => code.Trim().Length > 0).ToArray();
        var usual = codes.GroupBy(ShapeOf).OrderByDescending(shape => shape.Count()).ThenBy(shape => shape.Key, StringComparer.Ordinal)
            .FirstOrDefault();
        if (usual is not null && usual.Count() >= UsualShare * codes.Length)
        {
            usualShape = usual.Key;
            model = PartsOf(usual.First());
            width = WidthOf([.. usual.Select(code => PartsOf(code)?.Digits).OfType<string>()]);
            isSmall = usual.First().Any(char.IsLower) && !usual.First().Any(char.IsUpper);
            foreach (var code in usual.Where(HasUsualWidth))
                usualByKey.TryAdd(KeyOf(code), code);
        }
    }

    /// <summary>How many digits the file's codes have, where it fills them up with zeros.</summary>
    static int? WidthOf(string[] digits)
    {
        var widest = digits.GroupBy(number => number.Length).OrderByDescending(group => group.Count()).ThenByDescending(group => group.Key)
            .FirstOrDefault();
        return widest is not null && widest.Count() * 5 >= digits.Length * 4 && widest.Any(number => number.StartsWith('0')) ? widest.Key : null;
    }

    bool HasUsualWidth(string code) => width is not { } digits || PartsOf(code) is not { } parts || parts.Digits.Length >= digits;

    public ReadId Read(string written)
    {
        var key = KeyOf(written);
        if (key.Length == 0)
            return new("", "", false);
        if (usualShape is null)
        {
            var isFirst = usualByKey.TryAdd(key, written.Trim());
            return new(key, usualByKey[key], !isFirst && usualByKey[key] != written);
        }
        if (ShapeOf(written) == usualShape && HasUsualWidth(written))
            return new(key, written, false);
        var usual = usualByKey.TryGetValue(key, out var other) ? other : Usual(written);
        return new(key, usual, ShapeOf(usual) == usualShape && usual != written);
    }

    /// <summary>The code as the file would usually write it.</summary>
    string Usual(string written)
    {
        var narrow = written.Normalize(NormalizationForm.FormKC).Trim();
        if (narrow.Contains('@'))
            return narrow.ToLowerInvariant();
        var cased = isSmall ? narrow.ToLowerInvariant() : model is { Letters: var letters } && letters.Any(char.IsUpper)
            ? narrow.ToUpperInvariant() : narrow;
        if (PartsOf(cased) is not { } parts || model is not { } usual)
            return PersonCode.Of(written);
        return parts.Letters + usual.Mark + parts.Digits.PadLeft(width ?? 0, '0');
    }

    /// <summary>Letters and digits in capitals; a left-out zero is put back where the file usually writes it.</summary>
    string KeyOf(string written)
    {
        if (written.Contains('@'))
            return written.Trim().ToUpperInvariant();
        var narrow = written.Normalize(NormalizationForm.FormKC);
        var parts = PartsOf(narrow.Trim().ToUpperInvariant());
        if (parts is { } code && width is { } digits)
            return Plain(code.Letters) + code.Digits.PadLeft(digits, '0');
        return Plain(narrow).ToUpperInvariant();
    }

    static string Plain(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    /// <summary>Runs of capitals, small letters and digits, and every other character as it stands.</summary>
    static string ShapeOf(string code)
    {
        var shape = new StringBuilder();
        foreach (var letter in code)
        {
            var kind = char.IsAsciiDigit(letter) ? '9' : char.IsUpper(letter) ? 'A' : char.IsLower(letter) ? 'a' : letter;
            if (kind is not ('9' or 'A' or 'a') || shape.Length == 0 || shape[^1] != kind)
                shape.Append(kind);
        }
        return shape.ToString();
    }

    static (string Letters, string Mark, string Digits)? PartsOf(string code) =>
        LettersAndDigits().Match(code.Trim()) is { Success: true } match ? (match.Groups["letters"].Value, match.Groups["mark"].Value,
            match.Groups["digits"].Value) : null;

    [GeneratedRegex(@"^(?<letters>\p{L}*)(?<mark>[^\p{L}\p{Nd}]*)(?<digits>[0-9]+)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex LettersAndDigits();
}
