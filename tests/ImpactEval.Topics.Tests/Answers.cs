using ImpactEval.Statistics;

namespace ImpactEval.Topics.Tests;

/// <summary>Invented answers on four subjects, put together from parts, so that it is known who speaks of what.</summary>
static class Answers
{
    static readonly string[][] Parts =
    [
        ["thời gian thực hành quá ngắn", "cần kéo dài thời gian khóa học", "lịch học dày, nên bố trí thời gian nghỉ", "thời lượng thực hành còn ít", "tăng thời lượng, giãn lịch học"],
        ["giảng viên giảng dễ hiểu", "giảng viên nhiều kinh nghiệm thực tiễn", "thầy cô nhiệt tình, truyền đạt dễ hiểu", "giảng viên trao đổi nhiệt tình", "kinh nghiệm của thầy cô rất quý"],
        ["mô hình phân loại rác của Nhật Bản", "phân loại rác tại hộ gia đình", "áp dụng phân loại rác ở phường", "nhà máy xử lý rác thải", "thu gom và phân loại rác tại trường học"],
        ["tài liệu chưa dịch sang tiếng Việt", "bổ sung tài liệu tham khảo", "tài liệu in mờ", "gửi tài liệu tham khảo bằng tiếng Việt", "slide và tài liệu còn thiếu"],
    ];

    public static IReadOnlyList<int> Subjects(int count) => [.. Enumerable.Range(0, count).Select(i => i % Parts.Length)];

    public static IReadOnlyList<string> Texts(int count, ulong seed = 1)
    {
        var random = new RandomStream(seed, 0);
        return [.. Subjects(count).Select(subject =>
        {
            var (first, second) = (random.NextInt(Parts[subject].Length), random.NextInt(Parts[subject].Length));
            return first == second ? Parts[subject][first] : $"{Parts[subject][first]}, {Parts[subject][second]}";
        })];
    }
}
