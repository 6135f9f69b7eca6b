using ImpactEval.Statistics.Descriptives;

namespace ImpactEval.Statistics.Returns;

/// <summary>One benefit of a training, in money.</summary>
/// <param name="Name">What it is.</param>
/// <param name="YearlyAmount">Worth of the improvement in one year.</param>
/// <param name="Isolation">Share (0–1) of it that is due to the training and nothing else.</param>
/// <param name="Confidence">How sure the people asked are of both, as a share (0–1) that cuts the amount.</param>
/// <param name="Years">For how many years it is counted, at least 1.</param>
public sealed record BenefitLine(string Name, ThreePoint YearlyAmount, ThreePoint Isolation, ThreePoint Confidence, int Years);

/// <summary>What a training returned for what it cost, with the uncertainty of every factor carried through.</summary>
/// <param name="BenefitCostRatio">Benefits over costs.</param>
/// <param name="Percent">(Benefits − costs)/costs · 100.</param>
/// <param name="NetBenefit">Benefits − costs, in money of the start.</param>
/// <param name="ShareAboveZero">Share (0–1) of the draws in which the training paid.</param>
public sealed record ReturnOnInvestment(Estimate BenefitCostRatio, Estimate Percent, Estimate NetBenefit, double ShareAboveZero)
{
    /// <summary>Draws that share a stream.</summary>
    const int BlockSize = 256;

    /// <summary>
    /// Benefits are <c>Σ amount·isolation·confidence·Σ_y (1 + rate)^(−y)</c>, y = 1 … years, at the likeliest values; standard errors and
    /// percentile intervals over draws of all factors, independent of each other.
    /// </summary>
    /// <param name="benefits">At least one.</param>
    /// <param name="costs">All of the training, positive, in money of the start.</param>
    /// <param name="discountRate">Per year, above −1; 0 for none.</param>
    /// <param name="level">Coverage of the two-sided intervals.</param>
    /// <param name="draws">At least 100; 9,999 for limits that are printed.</param>
    /// <param name="seed">Of Philox4x32-10: same seed, same limits, on any number of threads.</param>
    /// <exception cref="ArgumentException">No benefit, shares off 0–1, costs or years that are not positive, or an impossible rate.</exception>
    /// <remarks>Phillips (1997), Handbook of training evaluation and measurement methods, 3rd ed.; that single numbers hide what is guessed, and
    /// Monte-Carlo draws show it: Boardman, Greenberg, Vining and Weimer (2018), Cost-benefit analysis, 5th ed., chapter 11.</remarks>
    public static ReturnOnInvestment Of(
        IReadOnlyList<BenefitLine> benefits, ThreePoint costs, double discountRate, ConfidenceLevel level, int draws, ulong seed)
    {
        Require(benefits, costs, discountRate);
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 100);
        var worth = benefits.Select(line => Annuity(line.Years, discountRate)).ToArray();
        var (gained, spent) = (new double[draws], new double[draws]);
        Parallel.For(0, (draws + BlockSize - 1) / BlockSize, block =>
        {
            var stream = new RandomStream(seed, (ulong)block);
            for (var draw = block * BlockSize; draw < Math.Min(draws, (block + 1) * BlockSize); draw++)
            {
                gained[draw] = Total(benefits, worth, factor => factor.Quantile(stream.NextDouble()));
                spent[draw] = costs.Quantile(stream.NextDouble());
            }
        });
        var (benefit, cost) = (Total(benefits, worth, factor => factor.Likely), costs.Likely);
        Estimate Estimated(Func<double, double, double> of) => Summary(of(benefit, cost), [.. gained.Zip(spent, of)], level);
        return new ReturnOnInvestment(
            Estimated((b, c) => b / c), Estimated((b, c) => (b - c) / c * 100), Estimated((b, c) => b - c),
            gained.Zip(spent).Count(pair => pair.First > pair.Second) / (double)draws);
    }

    static double Total(IReadOnlyList<BenefitLine> benefits, double[] worth, Func<ThreePoint, double> value)
    {
        var total = 0.0;
        for (var i = 0; i < worth.Length; i++)
            total += value(benefits[i].YearlyAmount) * value(benefits[i].Isolation) * value(benefits[i].Confidence) * worth[i];
        return total;
    }

    static double Annuity(int years, double rate) => Enumerable.Range(1, years).Sum(year => Math.Pow(1 + rate, -year));

    static Estimate Summary(double value, double[] drawn, ConfidenceLevel level)
    {
        var deviation = Moments.Of(new Sample(drawn)).StandardDeviation;
        Array.Sort(drawn);
        var tail = (1 - level.Value) / 2;
        var (lower, upper) = (Quantile.OfSorted(drawn, tail, QuantileType.Weibull), Quantile.OfSorted(drawn, 1 - tail, QuantileType.Weibull));
        return new Estimate(value, deviation, null, drawn.Length, NamedIntervals.Of(IntervalMethod.Percentile, lower, upper, level));
    }

    static void Require(IReadOnlyList<BenefitLine> benefits, ThreePoint costs, double discountRate)
    {
        ArgumentNullException.ThrowIfNull(benefits);
        ArgumentNullException.ThrowIfNull(costs);
        if (benefits.Count == 0)
            throw new ArgumentException("There is no benefit.", nameof(benefits));
        foreach (var line in benefits)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(line.Years, 1, nameof(benefits));
            if (line.Isolation is not { Low: >= 0, High: <= 1 } || line.Confidence is not { Low: >= 0, High: <= 1 })
                throw new ArgumentException($"Isolation and confidence of {line.Name} are shares.", nameof(benefits));
        }
        if (!(costs.Low > 0))
            throw new ArgumentException("Costs are positive.", nameof(costs));
        if (!(discountRate > -1 && double.IsFinite(discountRate)))
            throw new ArgumentOutOfRangeException(nameof(discountRate), discountRate, "A rate lies above −1.");
    }
}
