using System.Globalization;

namespace ImpactEval.Samples;

/// <summary>Column headings and words in cells; the study file names the same ones.</summary>
static class Headings
{
    public const string Code = "Mã học viên", Name = "Họ và tên", Course = "Lớp", AnsweredOn = "Ngày trả lời", Wave = "Thời điểm";
    public const string Now = "Hiện nay: ", Before = "Trước khóa học: ";
    public const string MostUseful = "Nội dung nào của khóa học hữu ích nhất đối với anh/chị?";
    public const string Proposal = "Anh/chị có đề xuất gì cho các khóa sau?";
    public const string Applied = "Anh/chị đã áp dụng nội dung nào vào công việc?";
    public const string Areas = "Lĩnh vực đã áp dụng", Barriers = "Khó khăn gặp phải", Enablers = "Yếu tố hỗ trợ";
    public const string Statement = "Ý kiến phát biểu";

    static readonly string[] Agreement = ["Rất không đồng ý", "Không đồng ý", "Phân vân", "Đồng ý", "Rất đồng ý"];

    public static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    public static string CourseOf(Participant participant) => $"Lớp {participant.Background.Course + 1}";

    /// <summary>A number as text, or nothing for an open item.</summary>
    public static string Number(double value) => double.IsNaN(value) ? "" : value.ToString(CultureInfo.InvariantCulture);

    public static string DecimalComma(double value) => Number(value).Replace('.', ',');

    public static string RightOrWrong(double value) => double.IsNaN(value) ? "" : value == 1 ? "Đúng" : "Sai";

    public static string AgreementWord(double value) => double.IsNaN(value) ? "" : Agreement[(int)value - 1];
}
