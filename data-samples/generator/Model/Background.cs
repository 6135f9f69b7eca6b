namespace ImpactEval.Samples;

/// <summary>A participant before any answer: place in the programme and what the roster says without identity.</summary>
/// <param name="Index">From 0; participants of one course stand together.</param>
/// <param name="Course">From 0.</param>
/// <param name="Level">Position in <see cref="Levels"/>.</param>
public sealed record Background(int Index, int Course, int Level, bool Woman, int BirthYear)
{
    /// <summary>People of one round of the programme: six courses of twenty.</summary>
    public const int RoundSize = Courses * CourseSize;
    public const int Courses = 6;
    public const int CourseSize = 20;

    public static readonly string[] Levels = ["province", "district", "department", "ward"];

    /// <summary>People of each level in a round; four leaders of provinces are too few to be shown.</summary>
    static readonly int[] LevelQuota = [4, 34, 42, 40];
    const int WomenQuota = 38;
    const int FirstBirthYear = 1974, LastBirthYear = 1991;

    /// <summary>The people of one round, with the same quotas in every round.</summary>
    public static Background[] Round(ulong seed, int round)
    {
        var levels = LevelQuota.SelectMany((quota, level) => Enumerable.Repeat(level, quota)).ToArray();
        var women = Enumerable.Range(0, RoundSize).Select(place => place < WomenQuota).ToArray();
        new Chance(seed, "levels", round).Shuffle(levels);
        new Chance(seed, "sexes", round).Shuffle(women);
        var births = new Chance(seed, "birth-years", round);

        var people = new Background[RoundSize];
        for (var place = 0; place < RoundSize; place++)
        {
            // The mean of two draws: most are in the middle of the range.
            var year = (births.NextInt(FirstBirthYear, LastBirthYear) + births.NextInt(FirstBirthYear, LastBirthYear) + 1) / 2;
            people[place] = new Background(round * RoundSize + place, place / CourseSize, levels[place], women[place], year);
        }
        return people;
    }

    public static IEnumerable<Background> People(ulong seed, int count) =>
        Enumerable.Range(0, (count + RoundSize - 1) / RoundSize).SelectMany(round => Round(seed, round)).Take(count);
}
