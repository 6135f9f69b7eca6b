namespace ImpactEval.Samples;

/// <summary>
/// Puts defective rows into the files, always as additional rows: a copy of a row that stays, or a row of somebody who gave no valid answer
/// there. So the truth of the sample is what stands without them. Kinds are the words of the import's row problems.
/// </summary>
sealed class DefectPlanter(SampleStudy study)
{
    /// <summary>Smaller tables stay clean, else a few rows would be more than a file may have refused.</summary>
    const int LeastRows = 100;
    const int LeastFollowUps = 50;

    const string DuplicateIdentical = "duplicate_identical", DuplicateConflicting = "duplicate_conflicting", MissingId = "missing_id",
        ScoreOutOfRange = "score_out_of_range", ScoreNotNumeric = "score_not_numeric", UnknownWave = "unknown_wave";

    public void InRoster(TableDraft table)
    {
        if (table.Count < LeastRows)
            return;
        var copied = table.CellsAt(17);
        table.Plant(61, copied, DuplicateIdentical, Headings.Code, copied[1], copied[1]);
        var nobody = table.CellsAt(95);
        nobody[table.ColumnOf(Headings.Code)] = "";
        nobody[table.ColumnOf(Headings.Name)] = InventedPerson.Of(new Chance(study.Seed, "defects/roster"), woman: false, number: 999).Name;
        table.Plant(96, nobody, MissingId, Headings.Code);
    }

    public static void InFormBefore(TableDraft table)
    {
        if (table.Count < LeastRows)
            return;
        var nobody = table.CellsAt(40);
        nobody[table.ColumnOf(Headings.Code)] = "";
        table.Plant(41, nobody, MissingId, Headings.Code);
    }

    public void InFormAfter(TableDraft table)
    {
        if (table.Count < LeastRows)
            return;
        var absent = Absent(Instruments.Self, Waves.Post);
        var (first, last) = ($"{Headings.Now}{Instruments.Self.Items[0].Vi}", $"{Headings.Now}{Instruments.Self.Items[^1].Vi}");
        if (absent.Count > 0)
        {
            var (one, other) = (As(table, 30, absent[0]), As(table, 31, absent[0]));
            (one[table.ColumnOf(first)], other[table.ColumnOf(first)]) = ("2", "5");
            table.Plant(33, one, DuplicateConflicting, Headings.Code, absent[0].Code, absent[0].Code);
            table.Plant(70, other, DuplicateConflicting, Headings.Code, absent[0].Code, absent[0].Code);
        }
        if (absent.Count > 1)
        {
            var wordy = As(table, 50, absent[1]);
            wordy[table.ColumnOf(last)] = "khá";
            table.Plant(52, wordy, ScoreNotNumeric, last, "khá", absent[1].Code);
        }
    }

    public void InFormFollowUp(TableDraft table)
    {
        if (table.Count < LeastFollowUps || Absent(Instruments.Self, Waves.FollowUp) is not [var absent, ..])
            return;
        var item = Instruments.Self.Items[4].Vi;
        var tooHigh = As(table, 20, absent);
        tooHigh[table.ColumnOf(item)] = "7";
        table.Plant(22, tooHigh, ScoreOutOfRange, item, "7", absent.Code);
    }

    public static void InKnowledge(TableDraft table)
    {
        if (table.Count < LeastRows)
            return;
        const string midway = "Giữa khóa học";
        var other = table.CellsAt(9);
        other[table.ColumnOf(Headings.Wave)] = midway;
        table.Plant(125, other, UnknownWave, Headings.Wave, midway, other[0]);
        var copied = table.CellsAt(140);
        table.Plant(200, copied, DuplicateIdentical, Headings.Code, copied[0], copied[0]);
    }

    public void InSuperiors(TableDraft table)
    {
        if (table.Count < LeastRows)
            return;
        if (Absent(Instruments.Superior, Waves.Pre) is [var before, ..])
        {
            var item = Instruments.Superior.Items[6].Vi;
            var wordy = table.CellsAt(5);
            (wordy[0], wordy[table.ColumnOf(item)]) = (before.Code, "tốt");
            table.Plant(11, wordy, ScoreNotNumeric, item, "tốt", before.Code);
        }
        if (Absent(Instruments.Superior, Waves.FollowUp) is [var later, ..])
        {
            var item = Instruments.Superior.Items[2].Vi;
            var tooHigh = table.CellsAt(table.Count - 8);
            (tooHigh[0], tooHigh[table.ColumnOf(item)]) = (later.Code, "6");
            table.Plant(table.Count - 7, tooHigh, ScoreOutOfRange, item, "6", later.Code);
        }
    }

    public void InPlans(TableDraft table)
    {
        if (table.Count < LeastRows || Absent(Instruments.Plan, Waves.Post) is not [.., var absent])
            return;
        var item = Instruments.Plan.Items[1].Vi;
        var tooHigh = table.CellsAt(60);
        (tooHigh[0], tooHigh[table.ColumnOf(item)]) = (absent.Code, "12,5");
        table.Plant(61, tooHigh, ScoreOutOfRange, item, "12,5", absent.Code);
    }

    public static void InStatements(TableDraft table)
    {
        if (table.Count < LeastFollowUps)
            return;
        var nobody = table.CellsAt(15);
        nobody[table.ColumnOf(Headings.Code)] = "";
        table.Plant(16, nobody, MissingId, Headings.Code);
    }

    List<Participant> Absent(InstrumentSheet instrument, string wave) =>
        [.. study.Participants.Where(participant => study.Find(participant, instrument, wave) is null)];

    /// <summary>The answers of a row that is there under the name of somebody else.</summary>
    static string[] As(TableDraft table, int place, Participant participant)
    {
        var cells = table.CellsAt(place);
        cells[table.ColumnOf(Headings.Code)] = participant.Code;
        cells[table.ColumnOf(Headings.Name)] = participant.Person.Name;
        cells[table.ColumnOf(Headings.Course)] = Headings.CourseOf(participant);
        return cells;
    }
}
