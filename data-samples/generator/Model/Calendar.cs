namespace ImpactEval.Samples;

/// <summary>When the courses were held and when each person answered.</summary>
sealed record Calendar(DateOnly Pre, DateOnly Post, DateOnly FollowUp, DateOnly SuperiorPre, DateOnly SuperiorFollowUp, DateOnly PlanMarked)
{
    /// <summary>First and last day in Japan of each course.</summary>
    public static readonly (DateOnly Starts, DateOnly Ends)[] Courses =
    [
        (new(2023, 9, 4), new(2023, 9, 29)),
        (new(2023, 11, 6), new(2023, 12, 1)),
        (new(2024, 1, 29), new(2024, 2, 27)),
        (new(2024, 5, 6), new(2024, 5, 31)),
        (new(2024, 7, 29), new(2024, 8, 23)),
        (new(2024, 9, 30), new(2024, 10, 25)),
    ];

    /// <summary>Two days of review seminar for each pair of courses.</summary>
    public static readonly DateOnly[] Seminars = [new(2024, 4, 11), new(2024, 9, 16), new(2025, 3, 6)];

    // Four to seven months after return.
    const int FollowUpFrom = 122, FollowUpTo = 212;

    public static Calendar Of(ulong seed, Background person)
    {
        var chance = new Chance(seed, "calendar", person.Index);
        var (starts, ends) = Courses[person.Course];
        return new Calendar(
            starts.AddDays(-chance.NextInt(4, 12)),
            ends.AddDays(-chance.NextInt(0, 2)),
            WorkingDay(ends.AddDays(chance.NextInt(FollowUpFrom, FollowUpTo))),
            WorkingDay(starts.AddDays(-chance.NextInt(5, 20))),
            WorkingDay(ends.AddDays(chance.NextInt(FollowUpFrom, FollowUpTo))),
            ends.AddDays(-1));
    }

    public DateOnly At(InstrumentSheet instrument, string wave) => (instrument.Code, wave) switch
    {
        ("superior", Waves.Pre) => SuperiorPre,
        ("superior", _) => SuperiorFollowUp,
        ("plan", _) => PlanMarked,
        (_, Waves.Pre) => Pre,
        (_, Waves.FollowUp) => FollowUp,
        _ => Post,
    };

    public static DateOnly SeminarOf(Background person, int day) => Seminars[person.Course / 2].AddDays(day);

    public static DateOnly WorkingDay(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => day.AddDays(2),
        DayOfWeek.Sunday => day.AddDays(1),
        _ => day,
    };
}
