namespace ImpactEval.Samples;

/// <summary>What is true of a person and no instrument shows directly.</summary>
/// <param name="General">General ability, standardised before level is added.</param>
/// <param name="Responsiveness">How much of the course's effect this person takes, mean 1.</param>
/// <param name="Kept">Person's own factor on what is kept until follow-up, mean 1.</param>
sealed record Standing(double General, double[] Fields, double[] Competencies, double Responsiveness, double Kept, double CourseFactor)
{
    static readonly ulong Stream = Chance.Named("standing");

    // Weights of common and own parts; squares sum to 1 (fields) and to nearly 1 (competencies).
    const double FieldCommon = 0.74, FieldOwn = 0.6726;
    const double CompetencyAbility = 0.40, CompetencyHalo = 0.60, CompetencyOwn = 0.69;
    const double KeptSpread = 0.25;

    public static Standing Of(ulong seed, Background person)
    {
        var chance = new Chance(seed, Stream, person.Index);
        var general = chance.NextNormal();
        var halo = chance.NextNormal();
        var advantage = TrueEffects.LevelAdvantage[person.Level];
        var fields = new double[TrueEffects.Fields.Length];
        for (var field = 0; field < fields.Length; field++)
            fields[field] = FieldCommon * general + FieldOwn * chance.NextNormal() + advantage;
        var competencies = new double[TrueEffects.Competencies.Length];
        for (var part = 0; part < competencies.Length; part++)
            competencies[part] = CompetencyAbility * general + CompetencyHalo * halo + CompetencyOwn * chance.NextNormal() + advantage;
        return new Standing(
            general,
            fields,
            competencies,
            1 + TrueEffects.ResponsivenessSpread * chance.NextNormal(),
            1 + KeptSpread * chance.NextNormal(),
            TrueEffects.CourseFactor[person.Course]);
    }

    /// <summary>Ability in a field at a wave.</summary>
    public double FieldAt(int field, string wave) =>
        Fields[field] + EffectAt(wave, TrueEffects.KnowledgeKept[field]) * TrueEffects.KnowledgeGain[field];

    /// <summary>Gain in a competency by a wave, in points of the scale.</summary>
    public double CompetencyGainAt(int part, string wave) =>
        EffectAt(wave, TrueEffects.CompetencyKept[part]) * TrueEffects.CompetencyGain[part];

    /// <summary>The share of the full effect that this person shows at a wave.</summary>
    public double EffectAt(string wave, double kept) => wave switch
    {
        Waves.Pre or Waves.Then => 0,
        Waves.Post => Responsiveness * CourseFactor,
        _ => Responsiveness * CourseFactor * Kept * kept,
    };
}
