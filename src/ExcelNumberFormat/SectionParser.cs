using System.Globalization;
using System.Text.RegularExpressions;

namespace ExcelNumberFormat;

/// <summary>Reads a format into its sections.</summary>
static partial class SectionParser
{
    const int MostSections = 4;

    static readonly (TokenKind Kind, string Group)[] Kinds = [.. Enum.GetValues<TokenKind>().Select(kind => (kind, kind.ToString()))];

    /// <returns>The sections, or null when the format is not valid. An empty format is General.</returns>
    public static IReadOnlyList<Section>? Parse(string format)
    {
        if (format.Length == 0)
            return [SectionOf([new Token(TokenKind.General, "")], null)];
        var sections = new List<Section>();
        var tokens = new List<Token>();
        Condition? condition = null;
        var position = 0;
        while (position < format.Length)
        {
            var match = TokenPattern().Match(format, position);
            if (!match.Success || match.Index != position)
                return null;
            position += match.Length;
            if (match.Groups["end"].Success)
            {
                sections.Add(SectionOf(tokens, condition));
                (tokens, condition) = ([], null);
            }
            else if (match.Groups["condition"].Success)
            {
                condition = new Condition(match.Groups["comparison"].Value, double.Parse(match.Groups["limit"].Value, CultureInfo.InvariantCulture));
            }
            else if (TokenOf(match) is { } token)
            {
                tokens.Add(token);
            }
        }
        sections.Add(SectionOf(tokens, condition));
        return sections.Count > MostSections || sections.Exists(IsFraction) ? null : TextLast(sections);
    }

    static bool IsFraction(Section section) => section.Kind == SectionKind.Number && section.Tokens.Any(token => token.Kind == TokenKind.Slash);

    /// <summary>The fourth section is the one for text, whatever stands in it.</summary>
    static List<Section> TextLast(List<Section> sections)
    {
        if (sections.Count == MostSections)
            sections[^1] = sections[^1] with { Kind = SectionKind.Text };
        return sections;
    }

    static Section SectionOf(List<Token> tokens, Condition? condition)
    {
        if (tokens.Exists(token => token.Kind == TokenKind.Text))
            return new Section(SectionKind.Text, condition, tokens);
        if (tokens.Exists(token => token.Kind is TokenKind.ElapsedHours or TokenKind.ElapsedMinutes or TokenKind.ElapsedSeconds))
            return new Section(SectionKind.Duration, condition, TimeTokens.Settle(tokens));
        var isDate = tokens.Exists(token => token.Kind is >= TokenKind.Year and <= TokenKind.HalfDay);
        return isDate ? new Section(SectionKind.Date, condition, TimeTokens.Settle(tokens)) : new Section(SectionKind.Number, condition, tokens);
    }

    static Token? TokenOf(Match match)
    {
        foreach (var (kind, name) in Kinds)
        {
            if (match.Groups[name] is { Success: true } group)
                return new Token(kind, group.Value);
        }
        return match.Groups["space"].Success ? new Token(TokenKind.Literal, " ") : null;
    }

    // Group names are those of TokenKind. What has no group (colours, fill characters, languages) is read and shows nothing.
    [GeneratedRegex(
        """
        \G(?:
          (?<end>;)
        | "(?<Literal>[^"]*)" | \\(?<Literal>.) | \*. | (?<space>_.)
        | \[(?:black|blue|cyan|green|magenta|red|white|yellow|color\s?\d{1,2})\]
        | (?<condition>\[(?<comparison><=|>=|<>|<|>|=)(?<limit>-?\d+(?:\.\d+)?)\])
        | \[\$(?<Literal>[^\]\-]*)(?:-[^\]]*)?\]
        | \[(?<ElapsedHours>h+)\] | \[(?<ElapsedMinutes>m+)\] | \[(?<ElapsedSeconds>s+)\]
        | (?<General>general) | (?<HalfDay>am/pm|a/p) | (?<Exponent>e[+\-])
        | (?<Year>y{1,4}) | (?<Month>m{1,5}) | (?<Day>d{1,4}) | (?<Hour>h{1,2}) | (?<Second>s{1,2})
        | (?<Digit>[0\#?]) | (?<DecimalPoint>\.) | (?<Comma>,) | (?<Percent>%) | (?<Text>@)
        | (?<Slash>/) | (?<Colon>:) | (?<Literal>[^a-z"\\*_\[\]])
        )
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.Singleline | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex TokenPattern();
}
