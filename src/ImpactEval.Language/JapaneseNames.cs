using System.Text.RegularExpressions;

namespace ImpactEval.Language;

/// <summary>Names before さん, 様, 氏: two to five characters of kanji or up to ten of katakana that are not the word for a role.</summary>
static partial class JapaneseNames
{
    static readonly string[] Roles =
    [
        "皆", "職員", "学生", "参加者", "住民", "市民", "患者", "担当者", "課長", "部長", "社長", "局長", "係長", "講師", "教授", "客", "母", "父", "子", "員", "者", "生", "長", "家族", "業者", "通訳",
    ];

    public static IEnumerable<TextSpan> In(string text) => BeforeAddress().Matches(text)
        .Select(match => match.Groups["name"])
        .Where(name => !Roles.Any(role => name.Value.EndsWith(role, StringComparison.Ordinal)))
        .Select(name => new TextSpan(name.Index, name.Length));

    [GeneratedRegex(@"(?<name>[\u4E00-\u9FFF々]{1,5}|[\u30A1-\u30FF]{2,10})(?=さん|様|氏|先生|さま)", RegexOptions.CultureInvariant)]
    private static partial Regex BeforeAddress();
}
