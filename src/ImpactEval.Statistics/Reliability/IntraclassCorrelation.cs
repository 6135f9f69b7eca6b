using ImpactEval.Statistics.Distributions;

namespace ImpactEval.Statistics.Reliability;

/// <summary>Which raters judged, and whether their level counts; (1) one rater, (k) the mean of all of them.</summary>
/// <remarks>Names of Shrout and Fleiss (1979), in brackets those of McGraw and Wong (1996).</remarks>
public enum IntraclassForm
{
    /// <summary>ICC(1,1): every target has raters of its own [ICC(1)].</summary>
    OneWay,
    /// <summary>ICC(2,1): the same raters, a sample of many; their level counts [ICC(A,1)].</summary>
    Agreement,
    /// <summary>ICC(3,1): the same raters, only the order of the targets counts [ICC(C,1)].</summary>
    Consistency,
}

/// <summary>Who rated whom.</summary>
public enum RaterDesign
{
    /// <summary>Every target has raters of its own.</summary>
    OwnRaters,
    /// <summary>The same raters judged all targets.</summary>
    SameRaters,
}

/// <summary>What the ratings are used for.</summary>
public enum RatingUse
{
    /// <summary>Ranking targets: a rater who is strict with all does no harm.</summary>
    Order,
    /// <summary>Holding ratings against a mark or against other raters: the level counts.</summary>
    Level,
}

/// <summary>Agreement of raters, or of repeated measurements, on a continuous score.</summary>
/// <param name="OneRating">Of one rating.</param>
/// <param name="MeanRating">Of the mean of all k ratings.</param>
/// <param name="F">Test of no agreement at all.</param>
/// <param name="DegreesOfFreedom1">Of the targets.</param>
/// <param name="DegreesOfFreedom2">Of the error.</param>
/// <param name="PValue">Of F.</param>
public sealed record IntraclassCorrelation(
    Estimate OneRating, Estimate MeanRating, double F, double DegreesOfFreedom1, double DegreesOfFreedom2, double PValue)
{
    /// <summary>
    /// From the mean squares of targets B, raters J, error E and within targets W:
    /// <c>ICC1 = (B − W)/(B + (k−1)W)</c>, <c>ICC2 = (B − E)/(B + (k−1)E + k(J − E)/n)</c>, <c>ICC3 = (B − E)/(B + (k−1)E)</c>.
    /// </summary>
    /// <param name="ratings">n ≥ 2 targets (rows), k ≥ 2 raters or measurements (columns), nothing missing.</param>
    /// <param name="form">One-way, agreement or consistency.</param>
    /// <param name="level">Coverage of the two-sided intervals: exact F, for agreement those of Satterthwaite's degrees of freedom.</param>
    /// <exception cref="NotEstimableException">Too few targets or raters, or ratings that leave no error or no spread.</exception>
    /// <remarks>Shrout and Fleiss (1979), Psychological Bulletin 86, 420–428; McGraw and Wong (1996), Psychological Methods 1, 30–46, tables 4 and
    /// 7.</remarks>
    public static IntraclassCorrelation Of(ScoreMatrix ratings, IntraclassForm form, ConfidenceLevel level)
    {
        CronbachAlpha.Require(ratings);
        var squares = MeanSquares.Of(ratings);
        double n = ratings.Persons, k = ratings.Items;
        var error = form == IntraclassForm.OneWay ? squares.Within : squares.Error;
        if (!(error > 0))
            throw new NotEstimableException(NotEstimableReason.NoVariation);
        var (df1, df2) = (n - 1, form == IntraclassForm.OneWay ? n * (k - 1) : (n - 1) * (k - 1));
        var f = squares.Targets / error;
        var raters = form == IntraclassForm.Agreement ? k * (squares.Raters - squares.Error) / n : 0;
        var single = (squares.Targets - error) / (squares.Targets + (k - 1) * error + raters);
        var (lower, upper) = form == IntraclassForm.Agreement ? AgreementLimits(squares, n, k, single, level) : ExactLimits(f, df1, df2, k, level);
        var method = form == IntraclassForm.Agreement ? IntervalMethod.McGrawWong : IntervalMethod.ExactF;
        // For the mean of all raters the formulas of table 4 are the Spearman–Brown formula of those for one.
        double OfMean(double r) => k * r / (1 + (k - 1) * r);
        Estimate Estimate(double value, double low, double high) =>
            new(value, null, null, ratings.Persons, NamedIntervals.Of(method, low, high, level));
        return new IntraclassCorrelation(
            Estimate(single, lower, upper), Estimate(OfMean(single), OfMean(lower), OfMean(upper)), f, df1, df2, FisherF.Upper(f, df1, df2));
    }

    /// <summary>The form that goes with a design: two questions instead of ten names.</summary>
    /// <param name="design">Who rated whom.</param>
    /// <param name="use">What the ratings are used for.</param>
    /// <remarks>McGraw and Wong (1996), Forming inferences about some intraclass correlation coefficients, Psychological Methods 1, 30–46.</remarks>
    public static IntraclassForm FormFor(RaterDesign design, RatingUse use) => (design, use) switch
    {
        // Strictness of raters cannot be told from the targets here, so it always counts.
        (RaterDesign.OwnRaters, _) => IntraclassForm.OneWay,
        (_, RatingUse.Level) => IntraclassForm.Agreement,
        _ => IntraclassForm.Consistency,
    };

    static (double Lower, double Upper) ExactLimits(double f, double df1, double df2, double k, ConfidenceLevel level)
    {
        var tail = (1 - level.Value) / 2;
        var (low, high) = (f / FisherF.Quantile(1 - tail, df1, df2), f * FisherF.Quantile(1 - tail, df2, df1));
        return ((low - 1) / (low + k - 1), (high - 1) / (high + k - 1));
    }

    static (double Lower, double Upper) AgreementLimits(MeanSquares squares, double n, double k, double icc, ConfidenceLevel level)
    {
        var tail = (1 - level.Value) / 2;
        var (targets, raters, error) = (squares.Targets, squares.Raters, squares.Error);
        var a = k * icc / (n * (1 - icc));
        var b = 1 + k * icc * (n - 1) / (n * (1 - icc));
        var df = Math.Pow(a * raters + b * error, 2) / (Math.Pow(a * raters, 2) / (k - 1) + Math.Pow(b * error, 2) / ((n - 1) * (k - 1)));
        var rest = k * raters + (k * n - k - n) * error;
        var (below, above) = (FisherF.Quantile(1 - tail, n - 1, df), FisherF.Quantile(1 - tail, df, n - 1));
        return (n * (targets - below * error) / (below * rest + n * targets), n * (above * targets - error) / (rest + n * above * targets));
    }

    /// <summary>Two-way analysis of variance without interaction.</summary>
    sealed record MeanSquares(double Targets, double Raters, double Error, double Within)
    {
        public static MeanSquares Of(ScoreMatrix ratings)
        {
            int n = ratings.Persons, k = ratings.Items;
            var ofTarget = Array.ConvertAll(ratings.Totals(), total => total / k);
            var mean = ofTarget.Average();
            var (raters, error, within) = (0.0, 0.0, 0.0);
            for (var rater = 0; rater < k; rater++)
            {
                var scores = ratings.Item(rater);
                var ofRater = 0.0;
                foreach (var score in scores)
                    ofRater += score / n;
                raters += n * Math.Pow(ofRater - mean, 2);
                for (var target = 0; target < n; target++)
                {
                    within += Math.Pow(scores[target] - ofTarget[target], 2);
                    error += Math.Pow(scores[target] - ofTarget[target] - ofRater + mean, 2);
                }
            }
            var targets = k * ofTarget.Sum(own => Math.Pow(own - mean, 2));
            return new MeanSquares(targets / (n - 1), raters / (k - 1), error / ((n - 1) * (k - 1.0)), within / (n * (k - 1.0)));
        }
    }
}
