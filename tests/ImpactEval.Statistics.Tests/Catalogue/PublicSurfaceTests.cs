using System.Reflection;
using System.Runtime.CompilerServices;
using ImpactEval.Statistics.Catalogue;

namespace ImpactEval.Statistics.Tests.Catalogue;

/// <summary>Whatever the engine can compute has a name by which a user can ask for it, or a reason why it needs none.</summary>
[TestClass]
public sealed class PublicSurfaceTests
{
    static readonly Type[] Engine = typeof(Sample).Assembly.GetTypes();

    static readonly HashSet<(Module, int)> Called = DirectCalls.Of(Engine.Where(type => Within(type, "ImpactEval.Statistics.Catalogue")));

    static readonly string[] Public = [.. Engine
        .Where(type => type.IsVisible && !Within(type, "ImpactEval.Statistics.Catalogue") && !Within(type, "ImpactEval.Statistics.Conformance"))
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.DeclaredOnly | BindingFlags.Static | BindingFlags.Instance))
        .Where(IsWritten).GroupBy(Name).Select(method => method.Key)];

    static readonly HashSet<string> Named = [.. Engine
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.DeclaredOnly | BindingFlags.Static | BindingFlags.Instance))
        .Where(method => Called.Contains((method.Module, method.MetadataToken))).Select(Name)];

    static readonly Dictionary<string, string[]> Reasons = new()
    {
        ["Chance itself, which every statistic that draws takes as a seed."] =
            ["RandomStream.NextUInt32", "RandomStream.NextUInt64", "RandomStream.NextDouble", "RandomStream.NextInt", "RandomStream.Fill"],
        ["Ways to hold or choose data, no statistic."] =
        [
            "NamedIntervals.By", "Sample.TakingOver", "ScoreMatrix.Item", "ScoreMatrix.Totals", "ScoreMatrix.OfPeople", "IncompleteScores.AnswersTo",
            "Design.WithoutIntercept", "Design.Where", "Design.Position",
        ],
        ["A step of a statistic that has a name, which prints what comes of it."] =
        [
            "HeteroscedasticCovariance.Leverages", "CohensDav.Standardiser", "MidRanks.Of", "Crosshair.AtGrandMeans", "Crosshair.QuadrantOf",
            "LeeBounds.ImbensManski", "StandardisedDifference.StarDegreesOfFreedom", "AdjustedEffectSize.HedgesG", "PrePostControl.Variance",
        ],
        ["The point of an estimate that is named with its interval: krippendorff_alpha, omega_one_factor (which has both intervals)."] =
            ["KrippendorffAlpha.Value", "McDonaldOmega.Of"],
        ["A default between two methods that mann_whitney and wilcoxon_signed_rank offer by name."] = ["MannWhitney.Of", "WilcoxonSignedRank.Of"],
        ["Advice which form to read; icc prints all of them."] = ["IntraclassCorrelation.FormFor"],
        ["Densities and quantiles in the form that other statistics ask for; distribution_function has their tails."] =
            ["Binomial.HalfExactly", "BivariateNormal.Density", "StandardNormal.Density", "StandardNormal.TwoSided", "StudentT.TwoSided", "StudentT.PValue"],
    };

    [TestMethod]
    public void Every_public_statistic_is_computed_by_an_entry_of_the_catalogue_or_has_a_reason() =>
        Assert.AreEqual("", string.Join(", ", Public.Except(Named).Except(Reasons.Values.SelectMany(names => names))));

    [TestMethod]
    public void No_reason_is_left_of_a_method_that_has_an_entry_or_is_gone() =>
        Assert.AreEqual("", string.Join(", ", Reasons.Values.SelectMany(names => names).Where(name => Named.Contains(name) || !Public.Contains(name))));

    static bool Within(Type type, string space) => type.Namespace == space || type.Namespace?.StartsWith(space + ".", StringComparison.Ordinal) == true;

    /// <summary>Not a property, an operator, or what the compiler gives a record.</summary>
    static bool IsWritten(MethodInfo method) => !method.IsSpecialName && !method.IsDefined(typeof(CompilerGeneratedAttribute))
        && method.GetBaseDefinition().DeclaringType == method.DeclaringType && !typeof(Delegate).IsAssignableFrom(method.DeclaringType);

    static string Name(MethodInfo method) => $"{method.DeclaringType!.Name}.{method.Name}";
}
