namespace ImpactEval.Benchmarks.IntervalCoverage;

/// <summary>Reasons among the intervals of one or two samples.</summary>
static class ReasonsOfScores
{
    public static IReadOnlyList<Reason> OfShares { get; } =
    [
        new("threshold",
            "the mark for a reliable change hangs on the standard deviation of the same people, which Wilson's interval takes as known. "
            + "Take standard deviation and reliability from the instrument's manual or an earlier cohort; then it is the interval of any "
            + "share.",
            cell => cell.Of("share reliably risen")),
        new("ties",
            "half a tie counts as half a success but varies less, so Wilson's interval is too long where many people do not change: safe. "
            + "The share improved beside it has no ties.",
            cell => cell.Of("probability of superiority") && cell.FivePoint),
        new("lost",
            "the odds exist only where somebody lost, and they are unbounded else: intervals are made in those samples alone in which "
            + "gaining looks least usual (see *Refused*). With rare losses read the difference of shares (Newcombe); Wald's limits, printed "
            + "for comparison, suffer most.",
            cell => cell.Of("odds ratio") && (cell.Low || cell.By("log_wald"))),
        new("lattice",
            "people are counted in whole numbers, so coverage jumps around 95 % with n and the true share: Wilson's and Newcombe's to both "
            + "sides, that of exact intervals upwards only, since they promise at least 95 %. No interval without a coin can do better; "
            + "Wilson's is the shortest here.",
            cell => cell.In("shares", "paired-shares") || cell.By("wilson")),
        new("Wald",
            "Wald's interval of the net shift has z for its quantile and no width for people who all moved alike; it comes right at about "
            + "100 people. Below that read the share improved with Wilson's interval.",
            cell => cell.Of("net shift")),
        new("stand-in",
            "where everybody rose (or fell) resampling shows no variation; Wilson's limits of half as many people stand in, wide on "
            + "purpose.",
            cell => cell.Of("matched rank-biserial") && cell.High),
    ];

    public static IReadOnlyList<Reason> OfGroups { get; } =
    [
        new("curve",
            "these put d into words by the normal curve and one spread for both groups. Scores that are neither make them estimate "
            + "something else, and more people only make that surer. Cliff's δ and Brunner–Munzel ask for no curve (94 to 95 %); with unequal"
            + " spreads alone Φ(d*/√2) does.",
            cell => cell.Of("U₃", "overlap", "chance of superiority Φ(d_s") && cell.Low),
        new("ceiling",
            "an overlap is at most 1; when the interval of d holds zero it ends there, whichever side zero lies on: safe.",
            cell => cell.Of("overlap") && cell.High),
        new("pooled",
            "Student's t, d_s and g_s assume groups that spread alike; here the smaller one spreads twice as much. Welch's interval and g*,"
            + " our defaults beside each other, stay at 95 %.",
            cell => cell.In("unequal-groups") && cell.Low && cell.Of("mean difference (Student)", "d_s", "g_s")),
        new("few ranks",
            "t limits of Brunner and Munzel do not heed the ends 0 and 1 and need about 15 people in a group; Cliff's asymmetric ones do.",
            cell => cell.Of("chance of superiority (Brunner") && cell.Size <= 10),
        new("flat",
            "answers from 1 to 5 have lighter tails than normal ones, so their variances vary less than the formula says: safe.",
            cell => cell.Of("variance ratio", "log ratio", "Glass's Δ") && cell.FivePoint && cell.High && !cell.Bootstrap),
    ];

    public static IReadOnlyList<Reason> OfEffects { get; } =
    [
        new("mirrored",
            "the basic bootstrap mirrors the tails of the replicates and the normal one evens them out; those of a standardised effect or a"
            + " correlation are not alike, so both intervals are too long or lie on the wrong side. BCa is the bootstrap interval of the "
            + "engine, these two are there for comparison.",
            cell => cell.In("paired") && cell.By("basic_bootstrap", "normal_bootstrap") && !cell.Of("mean gain", "normalised gain")
                && (cell.High || !cell.Of("d_"))),
        new("tails",
            "the formula takes from normal scores how much a variance (or covariance) varies; with kurtosis 9 the variance of a variance is "
            + "four times that, and more people do not help. BCa finds the right length for Glass's Δ from 30 people on; compare spreads by Levene's"
            + " test; put skewed ratings on a logarithmic scale before correlations, ICC and α; report the difference in differences in "
            + "points (95 %) beside d_ppc.",
            cell => cell.Skewed && cell.Low && (cell.Of("variance ratio", "log ratio", "correlation", "d_ppc", "ICC", "Cronbach", "McDonald")
                || (cell.Of("Glass's Δ") && !cell.Bootstrap))),
        new("bootstrap",
            "resampled people spread by √((n − 1)/n) too little and their quantiles know no t: intervals of 10 people are a sixth too "
            + "short, of 30 a twentieth. Below 30 people take Student's t for the gain, noncentral t for d_z, Algina–Keselman for d_av (94 to"
            + " 95 % where BCa has 92); a statistic that has a bootstrap interval only (normalised gain, rank-biserial, Borich's score) "
            + "should not be given limits at 10.",
            cell => cell.Bootstrap && cell.Low && cell.Size <= 30 && cell.In("paired", "ranks", "needs") && !cell.Of("rank")),
        new("known spread",
            "normal limits of d_av and g_av treat the standardiser as known, and so does their standard error, which multiple imputation "
            + "pools: 90 to 93 % even of normal scores. They are given because other programs print them and are never primary: take "
            + "Algina–Keselman.",
            cell => cell.Of("d_av", "g_av") && cell.Low && !cell.Bootstrap && (cell.By("normal") || cell.In("imputation"))),
        new("equal spread",
            "Becker's variance presumes that both waves spread alike, but the ceiling narrows scores after the training. BCa reaches 93 to "
            + "95 %.",
            cell => cell.Of("Glass's Δ by the SD after") && cell.FivePoint && cell.Low),
        new("z",
            "normal limits take z where t is due: a point or three at 10 people, nothing at 30.",
            cell => cell.By("normal") && cell.Low && cell.Size <= 10 && cell.In("paired", "groups", "unequal-groups", "arms")),
        new("shrunken",
            "limits of g_av are those of d_av times J, which shrinks their length with their bias; at 10 people this costs a point against "
            + "d_av.",
            cell => cell.Of("g_av") && cell.By("algina_keselman") && cell.Low),
        new("together",
            "formulas of standardised effects hold for normal scores. Where they are skewed, high means come with high standard deviations,"
            + " the ratio varies less than the formula says and the interval is too long: safe. BCa is shorter and right from 30 people on.",
            cell => cell.Skewed && cell.High && cell.Of("d_", "g_", "d*", "g*", "Glass's Δ", "chance of superiority Φ(d")),
    ];

    public static IReadOnlyList<Reason> OfMeans { get; } =
    [
        new("skewed mean",
            "a mean of skewed scores and its standard error rise together, so that t misses on one side; at skewness 2 it takes about 30 "
            + "people (offices, for clusters). With 10, say that the interval is worth some 90 %, or ask for the typical person instead: "
            + "Yuen's trimmed means of one group hold 95 %.",
            cell => cell.Skewed && cell.Low && cell.Size <= 30 && cell.By("student_t", "heteroscedasticity_robust", "cluster_robust")
                && cell.In("paired", "ranks", "groups", "unequal-groups", "three-groups", "arms", "clusters", "waves")),
        new("cancelled",
            "both groups are skewed the same way, which cancels in their difference and leaves a standard error that is a little long: safe.",
            cell => cell.Skewed && cell.High && cell.Size <= 30 && cell.In("groups", "three-groups") && cell.By("student_t")),
        new("trimmed",
            "four of ten answers are cut on a scale of five steps: what is left varies by jumps, and t with 5 degrees of freedom is wide.",
            cell => cell.Of("difference of 20 % trimmed means") && cell.High),
    ];
}
