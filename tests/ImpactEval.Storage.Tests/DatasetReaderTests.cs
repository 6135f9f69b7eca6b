using ImpactEval.Studies;
using static ImpactEval.Storage.Tests.SampleStudy;

namespace ImpactEval.Storage.Tests;

[TestClass]
public sealed class DatasetReaderTests
{
    static readonly FileRecords TwoPeople = Roster(Person("A2", "L4", "M", 2), Person("A1", "L3", "F", 3));

    [TestMethod]
    [EveryEngine]
    public async Task What_was_read_from_the_files_comes_back_to_the_last_bit(string engine)
    {
        var odd = Taken("A1", "pre", 2, double.NaN, 1.1, 1.0 / 3);
        var answers = Before(odd, Taken("A2", "pre", 3, 5, 4, 3) with { TakenOn = null }) with
        {
            Answers = [Answer("A1", 1, 2, "x") with { GivenOn = new DateOnly(2024, 2, 29) }],
            Problems = [new RowProblem(4, "S01", RowProblemKind.ScoreOutOfRange, "9"), new RowProblem(5, "S01", RowProblemKind.ScoreOutOfRange, "8")],
            RowsRead = 4,
        };
        var dataset = await LoadAsync(engine, Declared, TwoPeople, answers);

        var (first, second) = (dataset.Participants[0], dataset.Participants[1]);
        Assert.AreEqual("L4", first.Cohort);
        Assert.AreEqual("cohort L4, sex M", string.Join(", ", first.Groups.OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => $"{group.Key} {group.Value}")));
        CollectionAssert.AreEqual(odd.Scores, dataset.Assessments[0].Scores);
        Assert.AreEqual(new Assessment(second.Id, "self", "pre", new DateOnly(2024, 1, 15), dataset.Assessments[0].Scores), dataset.Assessments[0]);
        Assert.AreEqual(new Assessment(first.Id, "self", "pre", null, dataset.Assessments[1].Scores), dataset.Assessments[1]);
        Assert.AreEqual(new Answer(second.Id, "useful", "post", 1, new DateOnly(2024, 2, 29), "x"), dataset.Answers.Single());
        var source = dataset.Sources[1];
        Assert.AreEqual("before files/before.csv 4 2 2", $"{source.SourceCode} {source.FileName} {source.RowsRead} {source.RowsAccepted} {source.RowsRejected}");
        Assert.AreEqual(new ProblemCount(RowProblemKind.ScoreOutOfRange, true, 2), source.Problems.Single());
        Assert.AreEqual(Layout with { Remarks = source.Layout.Remarks }, source.Layout);
    }

    [TestMethod]
    [EveryEngine]
    public async Task Everything_stands_in_the_order_of_source_file_and_row_whatever_was_saved_first(string engine)
    {
        var late = After(Taken("A1", "post", 2, 1, 1, 1));
        var b = Before(Taken("A2", "pre", 2, 2, 2, 2)) with { FileName = "files/before-b.csv" };
        var a = Before(Taken("A2", "post", 9, 4, 4, 4), Taken("A1", "pre", 3, 3, 3, 3)) with { FileName = "files/before-B.csv" };

        var dataset = await LoadAsync(engine, Declared, late, b, a, TwoPeople);

        // Ordinal order: capital letters before small ones.
        Assert.AreEqual("3 4 2 1", string.Join(' ', dataset.Assessments.Select(taken => taken.Scores[0])));
        Assert.AreEqual("files/roster.csv files/before-B.csv files/before-b.csv files/after.csv", string.Join(' ', dataset.Sources.Select(source => source.FileName)));
    }

    [TestMethod]
    [EveryEngine]
    public async Task Who_is_on_no_roster_is_left_out_and_counted(string engine)
    {
        var strangers = Before(Taken("A1", "pre", 2, 1, 1, 1), Taken("Z9", "pre", 3, 2, 2, 2)) with { Answers = [Answer("Z9", 1, 3, "x")] };

        var dataset = await LoadAsync(engine, Declared, TwoPeople, strangers);

        Assert.HasCount(2, dataset.Participants);
        Assert.HasCount(1, dataset.Assessments);
        Assert.IsEmpty(dataset.Answers);
        Assert.AreEqual(2, dataset.NotOnRoster);
    }

    [TestMethod]
    [EveryEngine]
    public async Task Without_a_roster_everybody_measured_takes_part_with_the_cohort_their_file_tells(string engine)
    {
        var told = Before(Taken("A1", "pre", 2, 1, 1, 1), Taken("A2", "pre", 3, 2, 2, 2)) with { People = [Person("A1", "L3", "F", 2)] };

        var dataset = await LoadAsync(engine, WithoutRoster, told);

        Assert.AreEqual("L3,", string.Join(',', dataset.Participants.Select(person => person.Cohort)));
        Assert.IsFalse(dataset.Participants[1].Groups.ContainsKey("cohort"));
        Assert.AreEqual(0, dataset.NotOnRoster);
    }

    [TestMethod]
    public async Task Who_tells_no_cohort_is_in_the_only_one_there_is()
    {
        var study = WithoutRoster with { Cohorts = [Declared.Cohorts[0]] };

        var dataset = await LoadAsync(Engine.Sqlite, study, Before(Taken("A1", "pre", 2, 1, 1, 1)));

        Assert.AreEqual("L3", dataset.Participants.Single().Cohort);
        Assert.AreEqual("L3", dataset.Participants.Single().Groups["cohort"]);
    }

    [TestMethod]
    [EveryEngine]
    public async Task Of_two_files_with_the_same_assessment_the_first_in_order_counts_and_the_other_is_told(string engine)
    {
        var first = Before(Taken("A1", "pre", 2, 1, double.NaN, 1), Taken("A2", "pre", 3, 2, 2, 2)) with { FileName = "files/before-1.csv" };
        var second = Before(Taken("A1", "pre", 2, 1, double.NaN, 1), Taken("A2", "pre", 3, 3, 3, 3)) with { FileName = "files/before-2.csv" };

        var dataset = await LoadAsync(engine, Declared, TwoPeople, second, first);

        Assert.AreEqual("1 2", string.Join(' ', dataset.Assessments.Select(taken => taken.Scores[0])));
        Assert.IsEmpty(dataset.Sources[1].Problems);
        CollectionAssert.AreEqual(
            new[] { new ProblemCount(RowProblemKind.DuplicateIdentical, false, 1), new ProblemCount(RowProblemKind.DuplicateConflicting, false, 1) },
            dataset.Sources[2].Problems.ToArray());
    }

    [TestMethod]
    [EveryEngine]
    public async Task The_same_answer_in_two_files_counts_once_and_another_answer_is_kept_under_the_next_number(string engine)
    {
        var first = After() with { FileName = "files/after-1.csv", Answers = [Answer("A1", 1, 2, "giao thông"), Answer("A1", 2, 3, "môi trường")] };
        var second = After() with { FileName = "files/after-2.csv", Answers = [Answer("A1", 1, 2, "giao thông"), Answer("A1", 2, 3, "nhân sự")] };

        var dataset = await LoadAsync(engine, Declared, TwoPeople, first, second);

        Assert.AreEqual("1 giao thông, 2 môi trường, 3 nhân sự", string.Join(", ", dataset.Answers.Select(answer => $"{answer.Number} {answer.Text}")));
        Assert.AreEqual(new ProblemCount(RowProblemKind.DuplicateIdentical, false, 1), dataset.Sources[2].Problems.Single());
    }

    [TestMethod]
    [EveryEngine]
    public async Task Files_of_a_source_or_name_no_longer_declared_do_not_count(string engine)
    {
        await using var place = new TestPlace(engine);
        await using var store = await SavedAsync(place, Declared, TwoPeople, Before(Taken("A1", "pre", 2, 1, 1, 1)), After(Taken("A1", "post", 2, 2, 2, 2)));
        var reader = new DatasetReader(store);
        var withoutAfter = Declared with { Sources = [.. Declared.Sources.Take(2)] };
        var renamed = Declared with { Sources = [Declared.Sources[0], Declared.Sources[1] with { File = "files/pre-*.csv" }, Declared.Sources[2]] };

        Assert.AreEqual("pre", (await reader.LoadAsync(withoutAfter, CancellationToken.None)).Assessments.Single().Wave);
        Assert.AreEqual("post", (await reader.LoadAsync(renamed, CancellationToken.None)).Assessments.Single().Wave);
    }

    [TestMethod]
    [EveryEngine]
    public async Task A_dataset_can_be_asked_of_the_files_the_folder_holds_now(string engine)
    {
        await using var place = new TestPlace(engine);
        await using var store = await SavedAsync(place, Declared, TwoPeople, Before(Taken("A1", "pre", 2, 1, 1, 1)), After(Taken("A1", "post", 2, 2, 2, 2)));
        var reader = new DatasetReader(store);
        var files = await reader.FilesAsync(Declared, CancellationToken.None);

        var dataset = await reader.LoadAsync(Declared, [files[2], files[0]], CancellationToken.None);

        Assert.AreEqual("post", dataset.Assessments.Single().Wave);
        CollectionAssert.AreEqual(new[] { files[0], files[2] }, dataset.Sources.Select(source => source.Stamp).ToArray());
        await Assert.ThrowsExactlyAsync<InvalidOperationException>(() => reader.LoadAsync(Declared, [files[0] with { Sha256 = Sha(7) }], CancellationToken.None));
    }

    [TestMethod]
    public async Task A_dataset_is_refused_while_a_file_was_read_under_another_declaration()
    {
        await using var place = new TestPlace(Engine.Sqlite);
        await using var store = await SavedAsync(place, Declared, TwoPeople, Before(Taken("A1", "pre", 2, 1, 1, 1)));
        var otherItems = Declared with { Instruments = [Instrument("self", 4)] };

        await Assert.ThrowsExactlyAsync<InvalidOperationException>(() => new DatasetReader(store).LoadAsync(otherItems, CancellationToken.None));
    }

    [TestMethod]
    [EveryEngine]
    public async Task The_same_files_in_two_stores_differ_in_nothing_but_the_numbers_of_people(string engine)
    {
        var people = Enumerable.Range(1, 40).Select(number => $"A{number}").ToList();
        FileRecords[] files =
        [
            Roster([.. people.Select((code, row) => Person(code, "L3", "F", row + 2))]),
            Before([.. people.Select((code, row) => Taken(code, "pre", row + 2, row, row, row))]),
        ];
        var (one, other) = (await LoadAsync(engine, Declared, files), await LoadAsync(Engine.Sqlite, Declared, files));

        CollectionAssert.AreEqual(one.Sources.Select(source => source.Stamp).ToArray(), other.Sources.Select(source => source.Stamp).ToArray());
        Assert.AreEqual(WithoutNumbers(one), WithoutNumbers(other));
        Assert.AreNotEqual(one.Participants[0].Id, other.Participants[0].Id);
    }

    static string WithoutNumbers(StudyDataset dataset)
    {
        var place = dataset.Participants.Select((person, index) => (person.Id, index)).ToDictionary(person => person.Id, person => person.index);
        return string.Join(';', dataset.Assessments.Select(taken => $"{place[taken.Participant]} {taken.Wave} {string.Join(' ', taken.Scores)}"));
    }

    static async Task<StudyDataset> LoadAsync(string engine, Study study, params FileRecords[] files)
    {
        await using var place = new TestPlace(engine);
        await using var store = await SavedAsync(place, study, files);
        return await new DatasetReader(store).LoadAsync(study, CancellationToken.None);
    }

    static async Task<Store> SavedAsync(TestPlace place, Study study, params FileRecords[] files)
    {
        var store = await place.OpenAsync();
        foreach (var file in files)
            await new ImportStore(store).SaveAsync(study, file, [.. file.Answers.Select(answer => answer.Text)], CancellationToken.None);
        return store;
    }
}
