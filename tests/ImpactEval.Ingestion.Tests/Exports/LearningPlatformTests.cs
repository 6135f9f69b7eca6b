using ImpactEval.Ingestion.Exports;
using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Tests.Exports;

[TestClass]
public sealed class LearningPlatformTests
{
    [TestMethod]
    [DataRow("Surname,First name,Email address,State,Started on,Completed,Time taken,Grade/10.00,Q. 1 /10.00", "Overall average", '.')]
    [DataRow("Họ,Tên đệm và tên,Thư điện tử,Trạng thái,Bắt đầu vào lúc,Đã hoàn thành,Thời gian thực hiện,\"Điểm/10,00\",\"C. 1 /10,00\"", "Điểm trung bình chung", ',')]
    [DataRow("Nom de famille,Prénom,Adresse de courriel,État,Commencé le,Terminé,Temps utilisé,\"Note/10,00\",\"Q. 1 /10,00\"", "Moyenne générale", ',')]
    [DataRow("姓,名,メールアドレス,状態,開始日時,完了,所要時間,評点/10.00,問題 1 /10.00", "全平均", '.')]
    public void Attempts_of_a_Moodle_quiz_are_read_in_the_sites_language(string headings, string average, char mark)
    {
        string Score(double score) => FormattableString.Invariant($"\"{score:0.00}\"").Replace('.', mark);
        string Row(int n, string state, string score) => $"Nguyễn,Văn {n},p{n}@example.org,{state},17 October 2022  10:40 AM,17 October 2022  11:00 AM,20 mins,{score},{score}";
        var lines = new List<string> { headings };
        lines.AddRange(Enumerable.Range(1, 5).Select(n => Row(n, "Finished", Score(5 + n / 10.0))));
        lines.AddRange([Row(2, "Finished", Score(9.25)), "Lê,Thị Sáu,p6@example.org,In progress,17 October 2022  10:40 AM,-,-,-,-", $"{average},,,,,,,{Score(6.1)},{Score(6.1)}"]);

        var read = ExportSample.Csv("Kiểm tra cuối khóa-grades.csv", lines);

        Assert.AreEqual("moodle-quiz-grades", read.Format);
        Assert.AreEqual(7, read.Records);
        Assert.AreEqual(6, read.Participants);
        Assert.AreEqual(5, read.Waves[WaveKind.Post]);
        Assert.AreEqual(10, read.ScoreMax);
        Assert.AreEqual("summary_row multiple_attempts attempt_in_progress", ExportSample.Kinds(read));
        Assert.AreEqual(1, read.The(DefectKind.MultipleAttempts).Count);
        CollectionAssert.AreEqual(new[] { "highest_grade" }, read.The(DefectKind.MultipleAttempts).Values.ToArray());
        Assert.AreEqual(9.25, read.People.Single(person => person.Row == 7).Score);
    }

    [TestMethod]
    [DataRow("First name,Surname,ID number,Email address,Quiz:Entry test (Real),Quiz:Final test (Real),Course total (Real),Last downloaded from this course")]
    [DataRow("Tên,Họ,Mã số ID,Thư điện tử,Bài kiểm tra:Đầu vào (Thực),Bài kiểm tra:Cuối khóa (Thực),Tổng khóa học (Thực),Lần tải cuối")]
    [DataRow("Prénom,Nom,Numéro d'identification,Adresse de courriel,Test :Évaluation initiale (Brut),Test :Évaluation finale (Brut),Total du cours (Brut),Dernier téléchargement")]
    public void A_gradebook_names_people_by_their_number(string headings)
    {
        var lines = new[] { headings }.Concat(Enumerable.Range(1, 6).Select(n => $"Văn {n},Nguyễn,HC-{n:000},p{n}@example.org,{4 + n / 10.0:0.00},{(n == 3 ? "-" : $"{6 + n / 10.0:0.00}")},50.00,1666591200"));

        var read = ExportSample.Csv(lines);

        Assert.AreEqual("moodle-gradebook", read.Format);
        CollectionAssert.AreEqual(new[] { "HC-003" }, read.The(DefectKind.MissingPost).Ids.ToArray());
        Assert.AreEqual("missing_post", ExportSample.Kinds(read));
        Assert.AreEqual(6, read.Waves[WaveKind.Pre]);
    }
}
