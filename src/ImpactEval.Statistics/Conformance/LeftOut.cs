namespace ImpactEval.Statistics.Conformance;

/// <summary>What of the entries' vocabulary is not held against our engine, and why.</summary>
/// <param name="Option">Argument that names the option; null: the whole procedure.</param>
/// <param name="Values">Values of that argument.</param>
/// <param name="Scope">Only entries of this scope; null: all.</param>
public sealed record LeftOut(string Procedure, string? Option, IReadOnlyList<string> Values, ConformanceScope? Scope, string Reason)
{
    /// <summary>Beyond the catalogue, or not to be reproduced; no entry of the catalogue (scope core) is among them.</summary>
    public static IReadOnlyList<LeftOut> All { get; } =
    [
        // The reference is wrong.
        Quirk("probability_of_superiority", "the reference takes Φ(d_z/√2), the formula of two independent groups; ours is Φ(d_z)"),
        Quirk("rank_biserial", "the reference's interval shrinks to the point 1"),
        Quirk("cohens_d_independent", "the reference's optimiser stopped early"),
        Quirk("fleiss_kappa", "persons have different numbers of ratings, for which the formula does not hold; ours refuses"),
        Quirk("propensity_matching", "the reference passes over nearer controls or does not enforce the caliper; ours is held to the rule it states in a test of its own"),
        Quirk("mixed_model_r2", "the reference leaves the variance of the uncorrelated slope out"),
        // Outside the catalogue.
        Whole("augmented_ipw", "outside the catalogue: weighting by inverse probability and analysis of covariance are there"),
        Whole("coarsened_exact_matching", "outside the catalogue: nearest neighbours, inverse probability and entropy balancing are there"),
        Whole("propensity_subclassification", "outside the catalogue, as above"),
        Whole("cluster_wald_test", "outside the catalogue: single contrasts have CR2 with Satterthwaite"),
        Whole("mixed_model_contrasts", "Kenward–Roger: contrasts of ours have Satterthwaite's degrees of freedom"),
        Whole("mixed_model_profile_limits", "outside the catalogue: profile limits of variances"),
        Whole("mixed_model_r2", "outside the catalogue: variance components themselves are given"),
        Whole("mixed_model_random_effects", "outside the catalogue: people are not ranked by predicted effects"),
        Whole("mantel_haenszel", "outside the catalogue: effects are pooled by inverse variance"),
        Whole("rubin_d1_test", "outside the catalogue: pooled estimates have tests of their own"),
        Whole("stratified_association", "outside the catalogue: ordinal outcomes are compared by the cumulative logit"),
        Whole("tukey_hsd", "the studentised range is outside the catalogue: pairs are adjusted by Holm"),
        Whole("trim_and_fill", "outside the catalogue: it assumes which studies are missing"),
        Whole("meta_influence", "outside the catalogue: leaving one study out is there"),
        Whole("contingency_table", "outside the catalogue: shares are compared two by two, waves by marginal homogeneity"),
        Whole("ordinal_association", "outside the catalogue: ordinal outcomes are compared by superiority and the cumulative logit"),
        Of("distribution_function", "distribution", ["studentised_range"], "outside the catalogue: pairs are adjusted by Holm"),
        Of("adjusted_mean_contrasts", "p_adjust", ["tukey"], "the studentised range is outside the catalogue: pairs are adjusted by Holm"),
        Of("mixed_model_anova", "df_method", ["kenward_roger"], "ours have Satterthwaite's degrees of freedom"),
        Of("marginal_model", "covariance", ["compound_symmetry"], "outside the catalogue: a random intercept says the same"),
        Of("variance_homogeneity", "method", ["fligner_killeen"], "outside the catalogue: Levene and Brown–Forsythe are there"),
        Of("escalc", "variance_type", ["UB"], "outside the catalogue: the large-sample variance is there"),
        Of("escalc", "measure", ["SMCRH", "SMDH", "ROM", "ROMC", "CVR"], "outside the catalogue: effects are differences in standard deviations, points or shares"),
    ];

    /// <summary>Why an entry is not compared; null when it is.</summary>
    public static string? Because(ConformanceEntry entry) => All.FirstOrDefault(one => one.Speaks(entry))?.Reason
        ?? (entry.Scope == ConformanceScope.ReferenceQuirk ? "the reference is wrong there, as the entry's note says" : null);

    /// <summary>Whether an entry is left out because of this.</summary>
    public bool Speaks(ConformanceEntry entry) =>
        entry.Procedure == Procedure && (Scope is null || entry.Scope == Scope) && (Option is null || (entry.Has(Option) && Values.Contains(entry.Text(Option))));

    static LeftOut Whole(string procedure, string reason) => new(procedure, null, [], null, reason);

    static LeftOut Quirk(string procedure, string reason) => new(procedure, null, [], ConformanceScope.ReferenceQuirk, reason);

    static LeftOut Of(string procedure, string option, string[] values, string reason) => new(procedure, option, values, null, reason);
}
