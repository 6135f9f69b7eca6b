using System.Globalization;
using System.Text.Json;
using ImpactEval.Statistics.Regression;

namespace ImpactEval.Statistics.Tests.Regression;

/// <summary>
/// Agreement with the certified values of NIST's Statistical Reference Datasets, as log relative error (about the number of right digits). The
/// data lie in the folder <c>nist</c> of the oracle; without it these tests are inconclusive.
/// </summary>
[TestClass]
public sealed class NistTests
{
    public required TestContext TestContext { get; set; }

    [TestMethod]
    [DataRow("Norris", 12)]
    [DataRow("Pontius", 12)]
    [DataRow("NoInt1", 12)]
    [DataRow("NoInt2", 12)]
    [DataRow("Filip", 7)]
    [DataRow("Longley", 10)]
    [DataRow("Wampler1", 9)]
    [DataRow("Wampler2", 12)]
    [DataRow("Wampler3", 9)]
    [DataRow("Wampler4", 7)]
    [DataRow("Wampler5", 6)]
    public void Regression_has_the_certified_digits(string name, double digits)
    {
        var set = NistData.Find("linear_regression", name);
        var columns = set.Columns();
        var certified = set.Certified;
        var labels = certified.GetProperty("coefficients").EnumerateObject().Select(one => one.Name).ToArray();
        var model = LinearModel.Fit(Design(columns, labels), new Sample(columns["y"]));
        var covariance = CoefficientCovariance.Classical(model);
        var found = new List<(string What, double Found, double Certified)>();
        for (var j = 0; j < labels.Length; j++)
        {
            var estimate = covariance.Of(model.Design.Labels[j], ConfidenceLevel.Percent95);
            var coefficient = certified.GetProperty("coefficients").GetProperty(labels[j]);
            found.Add((labels[j], estimate.Value, NistData.Number(coefficient.GetProperty("estimate"))));
            found.Add(("se of " + labels[j], estimate.StandardError!.Value, NistData.Number(coefficient.GetProperty("se"))));
        }
        found.Add(("residual_sd", Math.Sqrt(model.ResidualVariance), NistData.Number(certified.GetProperty("residual_sd"))));
        found.Add(("ss_residual", model.ResidualSumOfSquares, NistData.Number(certified.GetProperty("ss_residual"))));
        found.Add(("ss_regression", model.ExplainedSumOfSquares, NistData.Number(certified.GetProperty("ss_regression"))));
        found.Add(("r_squared", model.RSquared, NistData.Number(certified.GetProperty("r_squared"))));
        if (certified.GetProperty("F").ToString() == "Infinity")
            Assert.ThrowsExactly<NotEstimableException>(() => model.OverallTest());
        else
            found.Add(("F", model.OverallTest().F, NistData.Number(certified.GetProperty("F"))));
        NistData.AssertDigits(found, digits, TestContext);
    }

    static Design Design(IReadOnlyDictionary<string, double[]> columns, string[] labels)
    {
        var numbers = labels.Where(label => label != "B0").Select(label => int.Parse(label[1..], CultureInfo.InvariantCulture)).ToArray();
        var powers = !columns.ContainsKey("x1");
        DesignTerm[] terms = [.. numbers.Select(number => new DesignTerm(Predictor.Numeric("x" + number, new Sample(powers
            ? Array.ConvertAll(columns["x"], x => Math.Pow(x, number))
            : columns["x" + number]))))];
        var design = new Design(columns["y"].Length, terms);
        return labels.Contains("B0") ? design : design.WithoutIntercept();
    }
}

/// <summary>One reference data set with its certified values.</summary>
sealed class NistData(string folder, JsonElement set)
{
    public JsonElement Certified { get; } = set.GetProperty("certified");

    public static NistData Find(string kind, string name)
    {
        var folder = Path.Combine(Environment.GetEnvironmentVariable("IMPACTEVAL_ORACLE") ?? "", "nist");
        if (!Directory.Exists(folder))
            Assert.Inconclusive("The reference data are not here: IMPACTEVAL_ORACLE names no folder with them.");
        var sets = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, kind + ".json"))).RootElement.GetProperty("datasets");
        return new NistData(folder, sets.EnumerateArray().Single(set => set.GetProperty("name").GetString() == name));
    }

    public IReadOnlyDictionary<string, double[]> Columns()
    {
        var text = File.ReadAllLines(Path.Combine(folder, set.GetProperty("data").GetString()!));
        var lines = text.Where(line => line.Length > 0).Select(line => line.Split(',')).ToArray();
        double[] Column(int i) => [.. lines.Skip(1).Select(cells => double.Parse(cells[i], CultureInfo.InvariantCulture))];
        return lines[0].Select((column, i) => (column, i)).ToDictionary(pair => pair.column, pair => Column(pair.i), StringComparer.Ordinal);
    }

    public static double Number(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number ? value.GetDouble() : double.Parse(value.GetString()!, CultureInfo.InvariantCulture);

    public static void AssertDigits(IReadOnlyList<(string What, double Found, double Certified)> found, double digits, TestContext context)
    {
        var worst = found.MinBy(one => Digits(one.Found, one.Certified));
        var least = Digits(worst.Found, worst.Certified);
        context.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Least log relative error {least:F1} at {worst.What}."));
        foreach (var (what, value, certified) in found)
            Assert.IsGreaterThanOrEqualTo(digits, Digits(value, certified), $"{what}: {value} instead of {certified}");
    }

    /// <summary>−log₁₀ of the relative error, of the absolute one for a certified zero; at most 15, the digits NIST prints.</summary>
    static double Digits(double found, double certified)
    {
        var error = Math.Abs(found - certified) / (certified == 0 ? 1 : Math.Abs(certified));
        return error == 0 ? 15 : Math.Min(15, -Math.Log10(error));
    }
}
