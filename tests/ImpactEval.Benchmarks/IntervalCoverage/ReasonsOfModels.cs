namespace ImpactEval.Benchmarks.IntervalCoverage;

/// <summary>Reasons among the intervals of models, syntheses and scales.</summary>
static class ReasonsOfModels
{
    public static IReadOnlyList<Reason> OfArms { get; } =
    [
        new("given these people",
            "an adjusted mean is the mean at the average score before of these very people; its error does not count that others would have"
            + " another average. It is meant for comparing arms, and their difference holds 95 %.",
            cell => cell.Of("adjusted mean")),
        new("uncorrected",
            "residuals are smaller than errors, and these sandwiches do not (or not fully) correct for it. HC2 and CR2, our defaults, do; "
            + "the others are there to meet other programs.",
            cell => cell.Low && (cell.Says("HC0") || cell.Says("HC1") || cell.Says("CR0") || cell.Says("CR1"))),
        new("jackknife",
            "HC3 and CR1p overdo the correction in small samples: safe.",
            cell => cell.High && (cell.Says("HC3") || cell.Says("CR1p"))),
        new("weights",
            "the errors take weights as known that were estimated from the same people; estimating them makes the difference more precise, "
            + "not less (Hirano, Imbens and Ridder 2003), so the interval is too long: safe. A regression on the score before is shorter.",
            cell => cell.High && (cell.In("balancing") || cell.Of("difference, response weights"))),
        new("partners",
            "treated people without a partner within the caliper are left out. Here they are those with the highest scores, who gain most: "
            + "the interval is one for the matched, as it says, and misses the effect on all treated. Entropy balancing keeps them.",
            cell => cell.Of("effect on the treated, matched") && cell.Low),
        new("few people",
            "a logit of 20 people is all but separated: Wald's limits are long where the maximum exists, and where it does not the engine "
            + "refuses. From 30 people in an arm on they are right.",
            cell => cell.In("logit") || (cell.Of("difference, response weights") && cell.Low && cell.Size <= 10)),
    ];

    public static IReadOnlyList<Reason> OfGaps { get; } =
    [
        new("unbounded",
            "where the gain itself is uncertain (Fieller's g ≥ 1) nothing bounds a ratio, and the engine says so; such an interval holds "
            + "every truth. With few people report the decay in points beside it (95 %).",
            cell => cell.Of("retention") && cell.By("fieller")),
        new("delta",
            "the delta method draws a ratio as if its denominator were sure: too long in usual samples, too short in those with a small "
            + "gain, and never unbounded. Fieller's limits are primary.",
            cell => cell.Of("retention") && cell.By("delta")),
        new("agreement by chance",
            "W of few people is too high by about (1 − W)/n, and resampling adds the same once more. With fewer than 30 people read "
            + "Friedman's test.",
            cell => cell.Of("Kendall's W")),
        new("ML",
            "maximum likelihood underestimates variances by the share of the fixed effects; REML, the default, does not.",
            cell => cell.Says("(ML)") && cell.Low),
        new("few donors",
            "seven people of ten who answered twice carry an imputation badly: the normal model pays with long intervals (few degrees of "
            + "freedom), matching finds few donors. Both are right from 30 people on.",
            cell => cell.In("imputation") && cell.Size <= 10),
        new("inside",
            "the interval of Imbens and Manski holds the effect in 95 % of samples where it lies on a bound, and more often where it lies "
            + "between them: safe.",
            cell => cell.Of("effect on those who always come") && cell.High),
        new("one side",
            "on a bound only one limit can miss, so the errors of a skewed mean in both directions do not cancel; with 10 people neither "
            + "bound is known well.",
            cell => cell.Of("effect on those who always come") && cell.Low),
    ];

    public static IReadOnlyList<Reason> OfStudies { get; } =
    [
        new("one truth",
            "equal effects are assumed, but they differ: the mean is thought surer than it is, and the weights are wrong. Use random "
            + "effects.",
            cell => cell.Says("equal effects") && cell.Low),
        new("few studies",
            "normal quantiles take the variance between studies as known, which 5 or 10 of them cannot tell. Hartung–Knapp (with guard) is "
            + "the default, and CR2 for three levels.",
            cell => cell.Low && (cell.Says("Wald") || cell.Says("model-based"))),
        new("guard",
            "the guard max(1, q) never lets an interval be shorter than sampling errors alone make it; with 2 to 5 studies that takes "
            + "coverage to 97 to 100 %: safe, and wanted, since without it single intervals are absurdly short.",
            cell => cell.High && cell.In("pooling")),
        new("next study",
            "the interval takes the estimated variance between studies for the true one, which comes out too small, or zero, as often as "
            + "not (Partlett and Riley 2017): 84 to 92 % with t by any convention, 80 to 88 % with normal quantiles. Read it as *nearly nine "
            + "in ten*.",
            cell => cell.Of("effect of a new study")),
        new("skewed effects",
            "chi-square and t need true effects that are normal; with skewed ones τ² varies more than the Q-profile thinks, and the mean of"
            + " 5 studies (or sites) is a skewed mean. The guard makes up for the latter.",
            cell => cell.Skewed && cell.Low && cell.In("pooling", "three-level") && !cell.Of("Egger")),
        new("Egger",
            "the classical regression scales sampling errors up where true effects differ, which gives large studies too much weight; the "
            + "limit by mixed effects holds 94 % or more.",
            cell => cell.Of("Egger") && !cell.FivePoint && cell.Low),
        new("own error",
            "the standard error of a standardised effect contains the effect, so both hang together without any study left out. Egger's "
            + "regression on such effects misleads: regress on 1/√n, or look at raw gains.",
            cell => cell.Of("Egger") && cell.FivePoint && cell.Low),
    ];

    public static IReadOnlyList<Reason> OfScales { get; } =
    [
        new("ω",
            "the delta method takes ω for normal, and improper solutions, frequent with 10 people, are refused. Resampling meets them more "
            + "often still: it refuses 10 people altogether and most samples of 30. Below 100 people take α with Feldt's interval.",
            cell => cell.Of("McDonald")),
        new("few answers",
            "with 10 or 30 answers a coefficient of agreement is skewed and its variance a guess (zero where coders agree throughout); rare"
            + " categories may not turn up at all. Code at least 100 answers twice: there the intervals hold 92 to 96 %.",
            cell => cell.In("agreement") && cell.Low),
        new("places",
            "a place is a whole number, so its limits reach further than they need: safe.",
            cell => cell.Of("rank of a need") && cell.High),
        new("first place",
            "resampling draws the first place towards the middle, where there is more room to move; with 10 people the interval forgets it "
            + "in one sample of seven. From 30 people on it does not.",
            cell => cell.Of("rank of a need") && cell.Low),
    ];
}
