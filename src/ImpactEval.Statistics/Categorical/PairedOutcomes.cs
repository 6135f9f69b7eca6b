namespace ImpactEval.Statistics.Categorical;

/// <summary>People by whether they passed before and after.</summary>
/// <param name="Gained">Failed before, passed after.</param>
/// <param name="Lost">Passed before, failed after.</param>
public sealed record PairedOutcomes(int PassedBoth, int Gained, int Lost, int FailedBoth)
{
    public int Size => PassedBoth + Gained + Lost + FailedBoth;

    /// <summary>People whose outcome changed.</summary>
    public int Changed => Gained + Lost;

    public double ShareBefore => (double)(PassedBoth + Lost) / Size;

    public double ShareAfter => (double)(PassedBoth + Gained) / Size;

    /// <param name="pre">Scores before, one per participant.</param>
    /// <param name="post">Scores after, same participants in the same order.</param>
    /// <param name="mark">Passed: at least this score.</param>
    /// <exception cref="ArgumentException">The samples differ in size.</exception>
    public static PairedOutcomes Of(Sample pre, Sample post, double mark)
    {
        if (pre.Size != post.Size)
            throw new ArgumentException($"{post.Size} post scores for {pre.Size} pre scores.", nameof(post));
        var (both, gained, lost, neither) = (0, 0, 0, 0);
        for (var i = 0; i < pre.Size; i++)
        {
            switch (pre.Values[i] >= mark, post.Values[i] >= mark)
            {
                case (true, true): both++; break;
                case (false, true): gained++; break;
                case (true, false): lost++; break;
                default: neither++; break;
            }
        }
        return new PairedOutcomes(both, gained, lost, neither);
    }
}
