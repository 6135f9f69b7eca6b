namespace ImpactEval.Language;

/// <summary>The words around names: forms of address and offices that lead to a person, and nouns that lead to a place or body named like one.</summary>
static class NameContext
{
    public const int LongestPhrase = 4;

    static readonly Lazy<Dictionary<string, bool>> FamilyNameList = new(() => LexiconFile.Entries("vi-family-names.txt")
        .Select(entry => (Name: NormalisedText.Of(entry.TrimEnd('?', ' ')).Value.ToLowerInvariant(), IsAlsoAWord: entry[^1] == '?'))
        .DistinctBy(entry => entry.Name).ToDictionary(entry => entry.Name, entry => entry.IsAlsoAWord, StringComparer.Ordinal));

    static readonly Lazy<HashSet<string>> GivenNameList = new(() =>
        [.. LexiconFile.Entries("vi-given-names.txt").Select(entry => NormalisedText.Of(entry).Value.ToLowerInvariant())]);

    static readonly Lazy<HashSet<string>> PlaceList = new(() =>
        [.. LexiconFile.Entries("vi-places.txt").Select(entry => NormalisedText.Of(entry).Value.ToLowerInvariant())]);

    /// <summary>Null when it is no family name, else whether it is also a common word.</summary>
    public static bool? FamilyName(string lower) => FamilyNameList.Value.TryGetValue(lower, out var isAlsoAWord) ? isAlsoAWord : null;

    public static bool IsGivenName(string lower) => GivenNameList.Value.Contains(lower);

    public static bool IsPlace(string lower) => PlaceList.Value.Contains(lower);

    /// <summary>Forms of address: capitals behind them are a person's name, even a single one.</summary>
    public static readonly IReadOnlySet<string> Address = Words(
        "ông bà anh chị em cô chú bác cậu dì thím mợ dượng thầy thày cháu ngài mr mrs ms miss m. dr prof mme mlle madame monsieur mademoiselle docteur professeur",
        "thầy giáo|cô giáo|đồng chí|đ/c|bạn|ths|ts|pgs|gs|bs|ks|ls|cn|pgs.ts|gs.ts|tôi là|tôi tên là|tôi tên|em là|em tên là|tên là|tên tôi là|họ tên|họ và tên|ký tên");

    /// <summary>Offices and professions: capitals behind them are a name only if they look like one.</summary>
    public static readonly IReadOnlySet<string> Offices = Words(
        "",
        "giám đốc|phó giám đốc|chủ tịch|phó chủ tịch|bí thư|phó bí thư|trưởng phòng|phó trưởng phòng|phó phòng|trưởng ban|phó ban|phó trưởng ban|"
        + "trưởng khoa|phó khoa|trưởng đoàn|bộ trưởng|thứ trưởng|vụ trưởng|cục trưởng|chi cục trưởng|viện trưởng|hiệu trưởng|hiệu phó|chánh văn phòng|"
        + "phó chánh văn phòng|giảng viên|giáo viên|giáo sư|phó giáo sư|tiến sĩ|tiến sỹ|thạc sĩ|thạc sỹ|bác sĩ|bác sỹ|kỹ sư|luật sư|kiến trúc sư|cử nhân|"
        + "chuyên viên|chuyên gia|cán bộ|lớp trưởng|lớp phó|trợ giảng|báo cáo viên|diễn giả|học viên|phiên dịch|phiên dịch viên|điều phối viên|trưởng nhóm|nhóm trưởng");

    /// <summary>Nouns of places, schools and bodies: what follows is their name, though it may be a person's too.</summary>
    public static readonly IReadOnlySet<string> NamedAfter = Words(
        "đường phố ngõ ngách hẻm quận huyện xã phường tp thôn ấp làng bản buôn tổ khu trường thpt thcs cầu chợ chùa đền đình miếu núi sông hồ đảo "
        + "vịnh bến ga cảng sân rạp viện quỹ giải vùng miền đèo biển vườn tượng street rue",
        "thành phố|thị xã|thị trấn|tiểu học|trung học|đại học|học viện|cao đẳng|bệnh viện|công viên|quảng trường|công ty|tập đoàn|nhà hát|bảo tàng|nhà máy|khu phố|"
        + "khu đô thị|đại lộ|tượng đài|giải thưởng|tư tưởng|tấm gương|lăng|sân bay|sân vận động|nhà văn hóa|bác hồ|chiến dịch|học bổng|phong trào|lớp|trung tâm|chi bộ|"
        + "thpt chuyên|trung học phổ thông|trung học cơ sở|trường chính trị|làng trẻ");

    /// <summary>Capitalised words that begin an office or a body and never a person's name.</summary>
    public static readonly IReadOnlySet<string> Bodies = Words(
        "ban bộ sở phòng ủy hội viện vụ cục đảng tổng tòa nhà giám trưởng phó bí ubnd hđnd tp",
        "chủ tịch|bí thư|chánh văn phòng|văn phòng|học viện|công an|công ty|đại học|thường trực|thường vụ|chuyên viên|hiệu trưởng|tiến sĩ|thạc sĩ|giáo sư|giảng viên|"
        + "thứ trưởng|hiệu phó|việt nam|nhật bản|hàn quốc|trung quốc|hoa kỳ|mặt trận|hành chính");

    /// <summary>Two forms of address together mean people in general: <c>anh chị em</c>, <c>thầy cô</c>, <c>bà con</c>.</summary>
    public static bool IsCollective(string before, string address) =>
        (Address.Contains(before) && !address.Contains(' ', StringComparison.Ordinal) && before is not ("ts" or "ths" or "gs" or "pgs" or "thầy" or "cô" or "bác"))
        || (before is "thầy" or "quý" && address is "cô") || (before is "trẻ" && address is "em");

    static HashSet<string> Words(string single, string phrases) =>
        [.. single.Split(' ', StringSplitOptions.RemoveEmptyEntries), .. phrases.Split('|', StringSplitOptions.RemoveEmptyEntries)];
}
