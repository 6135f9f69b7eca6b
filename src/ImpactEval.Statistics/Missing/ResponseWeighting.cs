using ImpactEval.Statistics.Descriptives;
using ImpactEval.Statistics.Distributions;
using ImpactEval.Statistics.Ordinal;

namespace ImpactEval.Statistics.Missing;

/// <summary>The difference of two arms among those who came, each weighted by how unlikely it was that such a person came.</summary>
/// <param name="Difference">Treated minus comparison in points, with its heteroscedasticity-consistent standard error (HC2).</param>
/// <param name="ResponseModel">Log odds of being measured. Its one threshold is minus the intercept.</param>
/// <param name="Weights">Of those who came, in their order; 1/p̂.</param>
/// <param name="EffectiveSize">(Σw)²/Σw²: as many equally weighted people would carry as much. Kish (1965), Survey sampling.</param>
public sealed record ResponseWeighting(Estimate Difference, OrdinalLogit ResponseModel, IReadOnlyList<double> Weights, double EffectiveSize)
{
    /// <summary>Weights are drawn in to these quantiles by custom, so that no single person decides.</summary>
    public const double UsualTrim = 0.01;

    /// <summary>Logit of coming on the predictors, then the weighted difference of means with n − 2 degrees of freedom.</summary>
    /// <param name="outcomes">Of everybody who was assigned; NaN = did not come.</param>
    /// <param name="treated">Arm of each person, same order.</param>
    /// <param name="predictors">What was known before of everybody, the arm (as 0 and 1) and its products among them; same order.</param>
    /// <param name="level">Coverage of the two-sided t interval; the weights are taken as known.</param>
    /// <param name="trim">Share of the weights drawn in at either end, 0 to below ½.</param>
    /// <exception cref="ArgumentException">Columns of other people, an infinite outcome, or an impossible trim.</exception>
    /// <exception cref="NotEstimableException">Everybody came, predictors separate those who came, or an arm has fewer than two of them.</exception>
    /// <remarks>Robins, Rotnitzky and Zhao (1995), JASA 90, 106–121; Wooldridge (2007), Journal of Econometrics 141, 1281–1301; HC2: MacKinnon and
    /// White (1985), Journal of Econometrics 29, 305–325.</remarks>
    public static ResponseWeighting Of(
        IReadOnlyList<double> outcomes, IReadOnlyList<bool> treated, IReadOnlyList<Sample> predictors, ConfidenceLevel level, double trim = UsualTrim)
    {
        if (outcomes.Count != treated.Count || outcomes.Any(Sample.IsTooLarge))
            throw new ArgumentException("Every person needs an arm, and outcomes are finite or missing.", nameof(outcomes));
        if (!(trim >= 0 && trim < 0.5))
            throw new ArgumentOutOfRangeException(nameof(trim), trim, "Must be at least 0 and below one half.");
        var model = OrdinalLogit.Of([.. outcomes.Select(outcome => double.IsNaN(outcome) ? 0 : 1)], predictors, level);
        int[] came = [.. Enumerable.Range(0, outcomes.Count).Where(person => !double.IsNaN(outcomes[person]))];
        var weights = Trimmed(came.Select(person => 1 / Chance(model, predictors, person)).ToArray(), trim);

        var people = came.Select((person, i) => (Outcome: outcomes[person], Weight: weights[i], Treated: treated[person])).ToLookup(
            one => one.Treated, one => (one.Outcome, one.Weight));
        var (with, without) = (WeightedArm.Of([.. people[true]]), WeightedArm.Of([.. people[false]]));
        var (difference, standardError, df) = (with.Mean - without.Mean, Math.Sqrt(with.Variance + without.Variance), came.Length - 2.0);
        var margin = StudentT.TwoSided(level, df) * standardError;
        var sum = weights.Sum();
        return new ResponseWeighting(
            new Estimate(difference, standardError, df, came.Length,
                NamedIntervals.Of(IntervalMethod.StudentT, difference - margin, difference + margin, level)),
            model, weights, sum * sum / weights.Sum(weight => weight * weight));
    }

    static double Chance(OrdinalLogit model, IReadOnlyList<Sample> predictors, int person)
    {
        var logOdds = -model.Thresholds[0].Value + predictors.Select((column, i) => column.Values[person] * model.Coefficients[i].Value).Sum();
        return 1 / (1 + Math.Exp(-logOdds));
    }

    static double[] Trimmed(double[] weights, double trim)
    {
        if (trim == 0)
            return weights;
        var sample = new Sample(weights);
        var (low, high) = (Quantile.Of(sample, trim), Quantile.Of(sample, 1 - trim));
        return Array.ConvertAll(weights, weight => Math.Clamp(weight, low, high));
    }

    /// <summary>Weighted mean and its HC2 variance: <c>Σw²e²/(1 − h)/(Σw)²</c> with leverage <c>h = w/Σw</c>.</summary>
    readonly record struct WeightedArm(double Mean, double Variance)
    {
        public static WeightedArm Of((double Outcome, double Weight)[] people)
        {
            if (people.Length < 2)
                throw new NotEstimableException(NotEstimableReason.TooFewObservations);
            var sum = people.Sum(person => person.Weight);
            var mean = people.Sum(person => person.Weight * person.Outcome) / sum;
            var squares = people.Sum(person => Math.Pow(person.Weight * (person.Outcome - mean), 2) / (1 - person.Weight / sum));
            return new WeightedArm(mean, squares / (sum * sum));
        }
    }
}
