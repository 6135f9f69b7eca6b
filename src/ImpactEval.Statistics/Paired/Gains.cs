namespace ImpactEval.Statistics.Paired;

static class Gains
{
    /// <summary>post − pre, person by person.</summary>
    /// <exception cref="ArgumentException">The samples differ in size.</exception>
    public static double[] Of(Sample pre, Sample post)
    {
        RequireEqualSizes(pre, post);
        var gains = new double[pre.Size];
        for (var i = 0; i < gains.Length; i++)
            gains[i] = post.Values[i] - pre.Values[i];
        return gains;
    }

    /// <exception cref="ArgumentException">The samples differ in size.</exception>
    public static void RequireEqualSizes(Sample pre, Sample post)
    {
        if (pre.Size != post.Size)
            throw new ArgumentException($"{post.Size} post scores for {pre.Size} pre scores.", nameof(post));
    }
}
