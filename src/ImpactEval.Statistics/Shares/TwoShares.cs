using ImpactEval.Statistics.Distributions;
using MathNet.Numerics;

namespace ImpactEval.Statistics.Shares;

/// <summary>The share of people (0–1) to whom something happened, in two groups of different people.</summary>
public sealed record TwoShares
{
    /// <summary>Probabilities of tables that differ by less than this share are the same probability.</summary>
    const double Rounding = 1e-7;

    /// <exception cref="ArgumentOutOfRangeException">Successes not within 0 … size.</exception>
    /// <exception cref="NotEstimableException">A group is empty.</exception>
    public TwoShares(int firstSuccesses, int firstSize, int secondSuccesses, int secondSize)
    {
        if (firstSize < 1 || secondSize < 1)
            throw new NotEstimableException(NotEstimableReason.TooFewObservations);
        if (firstSuccesses < 0 || firstSuccesses > firstSize)
            throw new ArgumentOutOfRangeException(nameof(firstSuccesses), firstSuccesses, $"Successes lie between 0 and {firstSize}.");
        if (secondSuccesses < 0 || secondSuccesses > secondSize)
            throw new ArgumentOutOfRangeException(nameof(secondSuccesses), secondSuccesses, $"Successes lie between 0 and {secondSize}.");
        (FirstSuccesses, FirstSize, SecondSuccesses, SecondSize) = (firstSuccesses, firstSize, secondSuccesses, secondSize);
    }

    public int FirstSuccesses { get; }

    public int FirstSize { get; }

    public int SecondSuccesses { get; }

    public int SecondSize { get; }

    public double First => (double)FirstSuccesses / FirstSize;

    public double Second => (double)SecondSuccesses / SecondSize;

    public int Size => FirstSize + SecondSize;

    double FirstFailures => FirstSize - FirstSuccesses;

    double SecondFailures => SecondSize - SecondSuccesses;

    /// <summary>First − second with Newcombe's limits, which square and add the distances of Wilson's; Wald's limits beside.</summary>
    /// <param name="level">Coverage of the two-sided intervals.</param>
    /// <returns>−1 … 1; positive: the first share is larger.</returns>
    /// <remarks>Newcombe (1998), Interval estimation for the difference between independent proportions, Statistics in Medicine 17, 873–890,
    /// method 10.</remarks>
    public Estimate Difference(ConfidenceLevel level)
    {
        var (one, other) = (ShareEstimate.WilsonLimits(FirstSuccesses, FirstSize, level), ShareEstimate.WilsonLimits(SecondSuccesses, SecondSize, level));
        var (difference, error) = (First - Second, Math.Sqrt(First * (1 - First) / FirstSize + Second * (1 - Second) / SecondSize));
        var lower = difference - Length(First - one.Lower!.Value, other.Upper!.Value - Second);
        var upper = difference + Length(one.Upper!.Value - First, Second - other.Lower!.Value);
        var margin = StandardNormal.TwoSided(level) * error;
        return new Estimate(difference, error, null, Size, NamedIntervals.Of(IntervalMethod.Newcombe, lower, upper, level)
            .And(IntervalMethod.Normal, difference - margin, difference + margin, level));
    }

    /// <summary><c>p₁/p₂</c>; limits of its logarithm with <c>SE² = 1/x₁ − 1/n₁ + 1/x₂ − 1/n₂</c>.</summary>
    /// <param name="level">Coverage of the two-sided interval.</param>
    /// <returns>Above 1: the first share is larger; its standard error is that of the logarithm.</returns>
    /// <exception cref="NotEstimableException">It happened to nobody of a group.</exception>
    /// <remarks>Katz, Baptista, Azen and Pike (1978), Biometrics 34, 469–474.</remarks>
    public Estimate Ratio(ConfidenceLevel level) => FirstSuccesses == 0 || SecondSuccesses == 0
        ? throw new NotEstimableException(NotEstimableReason.EmptyCell)
        : OfLogarithm(First / Second, 1.0 / FirstSuccesses - 1.0 / FirstSize + 1.0 / SecondSuccesses - 1.0 / SecondSize, level);

    /// <summary>Odds of the first over those of the second; limits of the logarithm with the sum of the reciprocal cells.</summary>
    /// <param name="level">Coverage of the two-sided interval.</param>
    /// <returns>Above 1: the first share is larger; its standard error is that of the logarithm.</returns>
    /// <exception cref="NotEstimableException">An empty cell.</exception>
    /// <remarks>Woolf (1955), On estimating the relation between blood group and disease, Annals of Human Genetics 19, 251–253.</remarks>
    public Estimate OddsRatio(ConfidenceLevel level) => FirstSuccesses * FirstFailures * SecondSuccesses * SecondFailures == 0
        ? throw new NotEstimableException(NotEstimableReason.EmptyCell)
        : OfLogarithm(
            FirstSuccesses * SecondFailures / (FirstFailures * SecondSuccesses),
            1.0 / FirstSuccesses + 1 / FirstFailures + 1.0 / SecondSuccesses + 1 / SecondFailures, level);

    /// <summary>Do the shares differ? <c>χ² = N(ad − bc)²/(product of the margins)</c>, one degree of freedom.</summary>
    /// <exception cref="NotEstimableException">It happened to everybody or to nobody.</exception>
    /// <remarks>Pearson (1900), Philosophical Magazine 50, 157–175.</remarks>
    public TestResult ChiSquareTest() => ChiSquareTest(Math.Abs(Cross));

    /// <summary>The same with N/2 less in the numerator, as some programs print.</summary>
    /// <remarks>Yates (1934), JRSS Supplement 1, 217–235.</remarks>
    /// <inheritdoc cref="ChiSquareTest()"/>
    public TestResult YatesTest() => ChiSquareTest(Math.Max(0, Math.Abs(Cross) - Size / 2.0));

    /// <summary>Exact p: the probability of all tables of these margins that are not likelier than the one seen; the statistic is the
    /// difference.</summary>
    /// <remarks>Fisher (1935), The logic of inductive inference, JRSS 98, 39–54.</remarks>
    public TestResult FisherTest()
    {
        var successes = FirstSuccesses + SecondSuccesses;
        double LogProbability(int first) => SpecialFunctions.BinomialLn(FirstSize, first) + SpecialFunctions.BinomialLn(SecondSize, successes - first);
        var all = SpecialFunctions.BinomialLn(Size, successes);
        var mark = LogProbability(FirstSuccesses) + Math.Log(1 + Rounding);
        var (p, least) = (0.0, Math.Max(0, successes - SecondSize));
        for (var first = least; first <= Math.Min(FirstSize, successes); first++)
            if (LogProbability(first) is var log && log <= mark)
                p += Math.Exp(log - all);
        return new TestResult(First - Second, null, Math.Min(1, p), Alternative.TwoSided);
    }

    /// <summary>Correlation of group and outcome, −1 … 1.</summary>
    /// <exception cref="NotEstimableException">It happened to everybody or to nobody.</exception>
    public double Phi() => Math.Sign(Cross) * Math.Sqrt(ChiSquareTest().Statistic / Size);

    double Cross => FirstSuccesses * SecondFailures - FirstFailures * SecondSuccesses;

    TestResult ChiSquareTest(double cross)
    {
        double successes = FirstSuccesses + SecondSuccesses;
        var margins = successes * (Size - successes) * FirstSize * SecondSize;
        if (margins == 0)
            throw new NotEstimableException(NotEstimableReason.NoVariation);
        var chiSquare = Size * cross * cross / margins;
        return new TestResult(chiSquare, 1, ChiSquare.Upper(chiSquare, 1), Alternative.TwoSided);
    }

    Estimate OfLogarithm(double value, double variance, ConfidenceLevel level)
    {
        var (log, margin) = (Math.Log(value), StandardNormal.TwoSided(level) * Math.Sqrt(variance));
        return new Estimate(value, Math.Sqrt(variance), null, Size, NamedIntervals.Of(IntervalMethod.LogWald, Math.Exp(log - margin), Math.Exp(log + margin), level));
    }

    static double Length(double one, double other) => Math.Sqrt(one * one + other * other);
}
