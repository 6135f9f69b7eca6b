namespace ImpactEval.Samples;

/// <summary>
/// Who is measured when. Staying away depends weakly on true ability and never on a measured score, so that a field without effect keeps a
/// true change of zero among those who stay.
/// </summary>
sealed record Presence(bool Pre, bool Post, bool FollowUp, bool SuperiorPre, bool SuperiorFollowUp)
{
    static readonly ulong Stream = Chance.Named("presence");

    // Chosen for about 98, 95 and 80 per cent; superiors answer for about 96 and 72 per cent.
    const double PreShare = 0.985, SuperiorPreShare = 0.96, SuperiorFollowUpShare = 0.72;
    const double PostThreshold = -1.66, FollowUpThreshold = -0.86;
    const double PostSlope = 0.15, FollowUpSlope = 0.20;

    public static Presence Of(ulong seed, Background person, Standing standing)
    {
        var chance = new Chance(seed, Stream, person.Index);
        return new Presence(
            chance.Happens(PreShare),
            chance.NextNormal() + PostSlope * standing.General > PostThreshold,
            chance.NextNormal() + FollowUpSlope * standing.General > FollowUpThreshold,
            chance.Happens(SuperiorPreShare),
            chance.Happens(SuperiorFollowUpShare));
    }

    public bool At(Occasion occasion)
    {
        if (occasion.Instrument == Instruments.Superior)
            return occasion.Wave == Waves.Pre ? SuperiorPre : SuperiorFollowUp;
        return occasion.Wave switch
        {
            Waves.Pre => Pre,
            Waves.FollowUp => FollowUp,
            _ => Post,
        };
    }
}
