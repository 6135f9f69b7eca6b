using System.Text;
using ImpactEval.Ingestion.Gate;
using ImpactEval.Ingestion.Records;
using ImpactEval.Ingestion.Tests.Samples;
using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Tests.Records;

/// <summary>Files of more rows than are looked at first, and than stand in a batch.</summary>
[TestClass]
public sealed class LongFileTests
{
    const int Rows = 3000;

    static string[] People(Func<int, string> rest) => [.. Enumerable.Range(1, Rows).Select(person => $"P-{person:0000},{rest(person)}")];

    [TestMethod]
    public void A_decimal_comma_that_shows_only_late_holds_for_the_whole_file()
    {
        var rows = People(person => person < 2500 ? "20/01/2024;Đầu khóa;1;0;1" : "20/01/2024;Đầu khóa;0,5;0;1").Select(row => row.Replace(",20/", ";20/", StringComparison.Ordinal));
        var text = string.Join('\n', ["Mã học viên;Ngày làm;Đợt;K01;K02;K03", .. rows]);
        var records = SampleReading.Of("knowledge-tests", "kiem-tra.csv", Encoding.UTF8.GetBytes(text));
        Assert.AreEqual(',', records.Layout.DecimalMark);
        Assert.IsEmpty(records.Problems);
        Assert.AreEqual(0.5, records.Assessments[^1].Scores[0]);
    }

    [TestMethod]
    public void An_order_of_dates_that_shows_only_late_holds_for_the_whole_file()
    {
        var records = SampleReading.OfTests(People(person => person < 2500 ? "05/06/2024,Đầu khóa,1,0,1" : "05/16/2024,Đầu khóa,1,0,1"));
        Assert.AreEqual(DateOrder.MonthDayYear, records.Layout.DateOrder);
        Assert.IsEmpty(records.Problems);
        Assert.IsTrue(records.Assessments.Take(2000).All(taken => taken.TakenOn == new DateOnly(2024, 5, 6)));
    }

    [TestMethod]
    public void Rows_far_apart_that_say_the_same_or_contradict_each_other_are_found()
    {
        var records = SampleReading.OfTests([.. People(_ => "20/01/2024,Đầu khóa,1,0,1"),
            "P-0001,20/01/2024,Đầu khóa,1,0,1", "P-0002,20/01/2024,Đầu khóa,0,0,1"]);
        CollectionAssert.AreEqual(
            new[] { (3, RowProblemKind.DuplicateConflicting), (Rows + 2, RowProblemKind.DuplicateIdentical), (Rows + 3, RowProblemKind.DuplicateConflicting) },
            records.Problems.Select(problem => (problem.Row, problem.Kind)).ToArray());
        Assert.HasCount(Rows - 1, records.Assessments);
        Assert.AreEqual(3, records.RowsRejected);
    }

    [TestMethod]
    public void The_records_come_in_batches_and_alike_each_time()
    {
        var file = Checked(SourceContent.Of(SampleReading.Tests(People(_ => "20/01/2024,Đầu khóa,1,0,1"))));
        var (once, again) = (RowsOf(file), RowsOf(file));
        Assert.IsGreaterThan(2, file.Batches.Count());
        CollectionAssert.AreEqual(Enumerable.Range(2, Rows).ToArray(), once);
        CollectionAssert.AreEqual(once, again);

        static int[] RowsOf(CheckedFile file) => [.. file.Batches.SelectMany(batch => batch.Assessments).Select(taken => taken.SourceRow)];
    }

    [TestMethod]
    public void A_file_that_changes_after_it_was_checked_is_told_when_its_records_are_read()
    {
        using var folder = new TemporaryFolder();
        var path = folder.Write("kiem-tra.csv", SampleReading.Tests(People(_ => "20/01/2024,Đầu khóa,1,0,1")));
        var file = Checked(SourceContent.OfFile(path));
        File.WriteAllBytes(path, SampleReading.Tests(People(_ => "20/01/2024,Đầu khóa,1,1,1")));
        Assert.ThrowsExactly<IOException>(() => file.Batches.Last());
    }

    [TestMethod]
    public void Hashes_are_kept_as_a_set_keeps_them()
    {
        var chance = new Random(1);
        var (slots, set) = (new HashSlots(), new HashSet<ulong>());
        for (var round = 0; round < 200_000; round++)
        {
            var hash = (ulong)chance.NextInt64(1, 150_000);
            Assert.AreEqual(set.Add(hash), slots.Add(hash));
        }
    }

    static CheckedFile Checked(SourceContent content)
    {
        var study = SampleStudy.Whole();
        return SourceReader.Read(study, new SourceFile(study.Sources[1], "kiem-tra.csv", ""), content, FileLimits.Usual);
    }
}
