using System.Globalization;
using ImpactEval.Statistics.Conformance;

namespace ImpactEval.Statistics.Tests.Conformance;

/// <summary>Agreement with the certified values of NIST's Statistical Reference Datasets, as log relative error.</summary>
[TestClass]
public sealed class NistReferenceSetsTests
{
    static readonly Lazy<IReadOnlyList<ReferenceSetAgreement>> Found = new(NistReferenceSets.Run);

    public required TestContext TestContext { get; set; }

    [TestMethod]
    [DataRow("univariate", "Lew", 12)]
    [DataRow("univariate", "Lottery", 12)]
    [DataRow("univariate", "Mavro", 12)]
    [DataRow("univariate", "Michelso", 12)]
    [DataRow("univariate", "NumAcc1", 12)]
    [DataRow("univariate", "NumAcc2", 12)]
    [DataRow("univariate", "NumAcc3", 9)]
    [DataRow("univariate", "NumAcc4", 8)]
    [DataRow("univariate", "PiDigits", 12)]
    [DataRow("anova", "SiRstv", 12)]
    [DataRow("anova", "AtmWtAg", 10)]
    [DataRow("anova", "SmLs01", 12)]
    [DataRow("anova", "SmLs02", 12)]
    [DataRow("anova", "SmLs03", 12)]
    [DataRow("anova", "SmLs04", 10)]
    [DataRow("anova", "SmLs05", 10)]
    [DataRow("anova", "SmLs06", 10)]
    [DataRow("anova", "SmLs07", 4)]
    [DataRow("anova", "SmLs08", 4)]
    [DataRow("anova", "SmLs09", 4)]
    [DataRow("linear_regression", "Norris", 12)]
    [DataRow("linear_regression", "Pontius", 12)]
    [DataRow("linear_regression", "NoInt1", 12)]
    [DataRow("linear_regression", "NoInt2", 12)]
    [DataRow("linear_regression", "Filip", 7)]
    [DataRow("linear_regression", "Longley", 10)]
    [DataRow("linear_regression", "Wampler1", 9)]
    [DataRow("linear_regression", "Wampler2", 12)]
    [DataRow("linear_regression", "Wampler3", 9)]
    [DataRow("linear_regression", "Wampler4", 7)]
    [DataRow("linear_regression", "Wampler5", 6)]
    public void Has_the_certified_digits(string kind, string set, double digits)
    {
        var found = Found.Value.Single(one => one.Kind == kind && one.Set == set);
        foreach (var value in found.Values)
        {
            TestContext.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{value.Name}: {value.Digits:F2} digits, {value.Asked} asked"));
            // Sums of squares between groups: what the data hold as doubles, in exact arithmetic, is 9.94, 9.94, 3.92 and 3.91 digits.
            var limited = value.Name is "ss_between" or "ms_between" && set is "SmLs05" or "SmLs06" or "SmLs08" or "SmLs09";
            Assert.AreEqual(limited ? digits - 0.1 : digits, value.Asked, 1e-12, value.Name);
            Assert.IsGreaterThanOrEqualTo(value.Asked, value.Digits, value.Name);
        }
        Assert.IsTrue(found.Agrees);
    }

    [TestMethod]
    public void No_set_is_passed_over() => Assert.HasCount(31, Found.Value);
}
