namespace ImpactEval.Ingestion.Matching;

/// <summary>The levels of agreement in all fields as one number: there are few, so pairs are counted by pattern.</summary>
static class AgreementPattern
{
    /// <summary>Levels of name, birth, sex and unit; level 0 of each says that nothing can be compared.</summary>
    public static readonly int[] Levels = [9, 6, 3, 4];

    public static readonly int Count = Levels.Aggregate(1, (product, levels) => product * levels);

    public static int Of(NameLevel name, BirthLevel birth, SexLevel sex, UnitLevel unit) =>
        ((((((int)name * Levels[1]) + (int)birth) * Levels[2]) + (int)sex) * Levels[3]) + (int)unit;

    /// <summary>Level of one field in a pattern.</summary>
    public static int LevelOf(int pattern, int field)
    {
        for (var later = Levels.Length - 1; later > field; later--)
            pattern /= Levels[later];
        return pattern % Levels[field];
    }

    /// <summary>A pair whose names cannot be compared, or are two names, is nobody's: birth, sex and unit are shared by many.</summary>
    public static bool NamesSpeakForIt(int pattern) => (NameLevel)LevelOf(pattern, 0) is not (NameLevel.Unknown or NameLevel.Other);
}
