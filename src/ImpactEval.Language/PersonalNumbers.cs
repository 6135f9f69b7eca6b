using System.Text.RegularExpressions;

namespace ImpactEval.Language;

/// <summary>E-mail addresses, telephone numbers and numbers of identity papers, by their shape and by the words before them.</summary>
static partial class PersonalNumbers
{
    // How far before a number its name may stand: "số căn cước công dân của tôi là".
    const int ContextLength = 40;

    const RegexOptions Plain = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    public static IEnumerable<TextSpan> Emails(string text) => EmailShape().Matches(text).Select(Span);

    /// <summary>
    /// Citizen's card: twelve digits from 0 (Circular 59/2021/TT-BCA, art. 4: province code first); passport: a letter and seven digits, or eight;
    /// any nine or twelve digits behind the name of such a paper (the older identity card has nine).
    /// </summary>
    public static IEnumerable<TextSpan> IdNumbers(string text) =>
        CitizenCard().Matches(text).Concat(Passport().Matches(text)).Where(match => !IsAccountOrSum(text, match))
            .Concat(NineOrTwelveDigits().Matches(text).Where(match => PaperName().IsMatch(Before(text, match)) && !IsAccountOrSum(text, match)))
            .Select(Span);

    /// <summary>Ten or eleven digits from 0, an international number from + or 00; other groups of seven to eleven digits only behind the word for telephone.</summary>
    public static IEnumerable<TextSpan> Phones(string text) =>
        PhoneShape().Matches(text).Where(match => !IsAccountOrSum(text, match) && IsPhone(match.Value))
            .Concat(BareNumber().Matches(text).Where(match => PhoneName().IsMatch(Before(text, match))))
            .Select(WithoutOuterBrackets);

    static bool IsPhone(string number)
    {
        var digits = number.Count(char.IsAsciiDigit);
        if (number[0] == '+' || number.StartsWith("00", StringComparison.Ordinal))
            return digits is >= 9 and <= 15;
        return digits is 10 or 11 && !Date().IsMatch(number);
    }

    static bool IsAccountOrSum(string text, Match match) =>
        AccountName().IsMatch(Before(text, match)) || MoneyUnit().IsMatch(text.AsSpan(match.Index + match.Length));

    static string Before(string text, Match match)
    {
        var from = Math.Max(0, match.Index - ContextLength);
        return text[from..match.Index];
    }

    // "(024) 3825 1234" keeps its brackets, "(0912 345 678, …" loses the one that opens a remark.
    static TextSpan WithoutOuterBrackets(Match match)
    {
        var span = Span(match);
        var closes = match.Value.IndexOf(')', StringComparison.Ordinal);
        if (match.Value[0] == '(' && (closes < 0 || closes == match.Length - 1))
            span = new TextSpan(span.Start + 1, span.Length - 1);
        return closes == match.Length - 1 ? span with { Length = span.Length - 1 } : span;
    }

    static TextSpan Span(Match match) => new(match.Index, match.Length);

    [GeneratedRegex(@"(?<![\w.+%-])[\w.+%-]{1,64}@\w[\w-]*(\.\w[\w-]*)+", Plain)]
    private static partial Regex EmailShape();

    [GeneratedRegex(@"(?<![\w.,/+-])0\d{2}(?:[ .-]?\d{3}){3}(?![\w/]|[.,-]\d)", Plain)]
    private static partial Regex CitizenCard();

    [GeneratedRegex(@"(?<![\w/-])[A-Z] ?\d{7,8}(?![\w/]|[.,-]\d)", Plain)]
    private static partial Regex Passport();

    [GeneratedRegex(@"(?<![\w.,/+-])(?:\d{3}[ .]?){2}\d{3}(?:[ .]?\d{3})?(?![\w/]|[.,-]\d)", Plain)]
    private static partial Regex NineOrTwelveDigits();

    [GeneratedRegex(@"(?<![\w,/+-]|\d\.)(?:\(?\+\d|\(?0\d)\)?(?:[ .-]?\(?\d\)?){7,13}(?![\w/]|[.,-]\d)", Plain)]
    private static partial Regex PhoneShape();

    [GeneratedRegex(@"(?<![\w,/+-]|\d\.)\d(?:[ .-]?\d){6,10}(?![\w/]|[.,-]\d)", Plain)]
    private static partial Regex BareNumber();

    [GeneratedRegex(@"^\d{1,2}[. -]\d{1,2}[. -](19|20)\d\d", Plain)]
    private static partial Regex Date();

    [GeneratedRegex(@"\b(cccd|cmnd|cmt|cmtnd|căn cước|chứng minh|hộ chiếu|định danh|giấy tờ tùy thân|passport|passeport|id card|carte d.identité)\b[^.;\n]*$",
        RegexOptions.IgnoreCase | Plain)]
    private static partial Regex PaperName();

    [GeneratedRegex(@"(điện thoại|đt|sđt|số máy|di động|zalo|viber|whatsapp|hotline|gọi|liên hệ|liên lạc|nhắn tin|tel|phone|mobile|téléphone|tél)\b[^\d;\n]{0,20}$",
        RegexOptions.IgnoreCase | Plain)]
    private static partial Regex PhoneName();

    [GeneratedRegex(@"(tài khoản|stk|số tk|account|compte)\b[^;\n]*$", RegexOptions.IgnoreCase | Plain)]
    private static partial Regex AccountName();

    [GeneratedRegex(@"^\s*(đồng|đ\b|vnđ|vnd|usd|eur|yên|triệu|tỷ|tỉ|%)", RegexOptions.IgnoreCase | Plain)]
    private static partial Regex MoneyUnit();
}
