using System.Globalization;
using System.IO.Compression;
using System.Reflection;
using System.Text.Json;
using ImpactEval.Statistics.Descriptives;
using ImpactEval.Statistics.Independent;
using ImpactEval.Statistics.Regression;

namespace ImpactEval.Statistics.Conformance;

/// <summary>How many digits of a certified value we have.</summary>
/// <param name="Digits">Log relative error, −log₁₀(|x − c|/|c|), at most 15, the digits NIST prints; of the absolute error where c is 0.</param>
/// <param name="Asked">Digits asked for.</param>
public sealed record CertifiedValue(string Name, double Digits, double Asked);

/// <summary>One reference data set of NIST.</summary>
public sealed record ReferenceSetAgreement(string Kind, string Set, IReadOnlyList<CertifiedValue> Values)
{
    /// <summary>The value furthest below, or least above, what is asked for.</summary>
    public CertifiedValue Worst => Values.MinBy(value => value.Digits - value.Asked)!;

    public bool Agrees => Values.All(value => value.Digits >= value.Asked);
}

/// <summary>
/// The Statistical Reference Datasets of the National Institute of Standards and Technology (univariate, one-way analysis of variance, linear
/// regression), whose certified values were computed with hundreds of digits. They travel in this assembly.
/// </summary>
/// <remarks>Rogers, Filliben, Gill, Guthrie, Lagergren and Vangel (1998), StRD: Statistical Reference Datasets for assessing the numerical accuracy
/// of statistical software, NIST TN 1396. McCullough (1998), Assessing the reliability of statistical software: part I, The American Statistician 52,
/// 358–366, for the log relative error.</remarks>
public static class NistReferenceSets
{
    const double MostDigits = 15;

    const double UsualDigits = 12;

    /// <summary>Sets that cost digits: large constant parts, nearly dependent columns, or noise far above the signal.</summary>
    static readonly Dictionary<string, double> Harder = new(StringComparer.Ordinal)
    {
        ["NumAcc3"] = 9, ["NumAcc4"] = 8, ["AtmWtAg"] = 10, ["SmLs04"] = 10, ["SmLs05"] = 10, ["SmLs06"] = 10, ["SmLs07"] = 4, ["SmLs08"] = 4, ["SmLs09"] = 4,
        ["Longley"] = 10, ["Wampler1"] = 9, ["Wampler3"] = 9, ["Wampler4"] = 7, ["Filip"] = 7, ["Wampler5"] = 6,
    };

    /// <summary>
    /// Sums of squares for which the data themselves, as doubles, carry fewer digits: exact rational arithmetic on the doubles of SmLs05 and SmLs06
    /// gives 9.94 digits of SS between, on those of SmLs08 3.92 and of SmLs09 3.91. Means, F and the other values reach what is asked.
    /// </summary>
    static readonly Dictionary<(string Set, string Value), double> CarriedByDoubles = new()
    {
        [("SmLs05", "ss_between")] = 9.9, [("SmLs06", "ss_between")] = 9.9, [("SmLs08", "ss_between")] = 3.9, [("SmLs09", "ss_between")] = 3.9,
        [("SmLs05", "ms_between")] = 9.9, [("SmLs06", "ms_between")] = 9.9, [("SmLs08", "ms_between")] = 3.9, [("SmLs09", "ms_between")] = 3.9,
    };

    public static IReadOnlyList<ReferenceSetAgreement> Run()
    {
        using var archive = new ZipArchive(Assembly.GetExecutingAssembly().GetManifestResourceStream("nist.zip")!, ZipArchiveMode.Read);
        return
        [
            .. Sets(archive, "univariate", Univariate), .. Sets(archive, "anova", Anova), .. Sets(archive, "linear_regression", Regression),
        ];
    }

    /// <exception cref="InvalidOperationException">There is no such set.</exception>
    public static ReferenceSetAgreement Run(string set) => Run().Single(found => found.Set == set);

    static List<ReferenceSetAgreement> Sets(ZipArchive archive, string kind, Func<JsonElement, double[][], string[], IEnumerable<(string Name, double Found)>> compute)
    {
        using var json = JsonDocument.Parse(Text(archive, kind + ".json"));
        var sets = new List<ReferenceSetAgreement>();
        foreach (var set in json.RootElement.GetProperty("datasets").EnumerateArray())
        {
            var (name, certified) = (set.GetProperty("name").GetString()!, set.GetProperty("certified"));
            var lines = Text(archive, set.GetProperty("data").GetString()!).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Trim().Split(',')).ToArray();
            var columns = lines[0].Select((_, column) => lines.Skip(1).Select(cells => DataTable.Number(cells[column])).ToArray()).ToArray();
            sets.Add(new ReferenceSetAgreement(kind, name, [.. compute(certified, columns, lines[0]).Select(value => Compared(name, value.Name, value.Found, certified))]));
        }
        return sets;
    }

    static CertifiedValue Compared(string set, string name, double found, JsonElement certified)
    {
        var value = name.Split('.').Aggregate(certified, (part, key) => part.GetProperty(key));
        var asked = Math.Min(Harder.GetValueOrDefault(set, UsualDigits), CarriedByDoubles.GetValueOrDefault((set, name), MostDigits));
        return new CertifiedValue(name, Digits(found, ConformanceEntry.Number(value)), asked);
    }

    static double Digits(double found, double certified)
    {
        if (found == certified)
            return MostDigits;
        var error = Math.Abs(found - certified) / (certified == 0 ? 1 : Math.Abs(certified));
        return double.IsNaN(error) ? 0 : Math.Clamp(-Math.Log10(error), 0, MostDigits);
    }

    static IEnumerable<(string Name, double Found)> Univariate(JsonElement certified, double[][] columns, string[] names)
    {
        var moments = Moments.Of(new Sample(columns[^1]));
        yield return ("mean", moments.Mean);
        yield return ("sd", moments.StandardDeviation!.Value);
    }

    static IEnumerable<(string Name, double Found)> Anova(JsonElement certified, double[][] columns, string[] names)
    {
        var (treatment, y) = (columns[0], columns[1]);
        var anova = OneWayAnova.Of([.. treatment.Distinct().Select(group => new Sample(y.Where((_, row) => treatment[row] == group)))]);
        yield return ("F", anova.Test.F);
        yield return ("ss_between", anova.BetweenSumOfSquares);
        yield return ("ms_between", anova.BetweenSumOfSquares / anova.Test.DegreesOfFreedom1);
        yield return ("ss_within", anova.WithinSumOfSquares);
        yield return ("ms_within", anova.WithinSumOfSquares / anova.Test.DegreesOfFreedom2);
        yield return ("r_squared", anova.EtaSquared);
        yield return ("residual_sd", Math.Sqrt(anova.WithinSumOfSquares / anova.Test.DegreesOfFreedom2));
    }

    static IEnumerable<(string Name, double Found)> Regression(JsonElement certified, double[][] columns, string[] names)
    {
        var labels = certified.GetProperty("coefficients").EnumerateObject().Select(one => one.Name).ToArray();
        double[] Column(string name) => columns[Array.IndexOf(names, name)];
        var model = LinearModel.Fit(DesignOf(labels, name => names.Contains(name) ? Column(name) : null, Column("y").Length), new Sample(Column("y")));
        var covariance = CoefficientCovariance.Classical(model);
        foreach (var (label, own) in labels.Zip(model.Design.Labels))
        {
            var estimate = covariance.Of(own, ConfidenceLevel.Percent95);
            yield return ($"coefficients.{label}.estimate", estimate.Value);
            yield return ($"coefficients.{label}.se", estimate.StandardError!.Value);
        }
        yield return ("residual_sd", Math.Sqrt(model.ResidualVariance));
        yield return ("ss_residual", model.ResidualSumOfSquares);
        yield return ("ss_regression", model.ExplainedSumOfSquares);
        yield return ("r_squared", model.RSquared);
        // The certified F of an exact fit is infinite; our engine refuses to test then.
        yield return ("F", model.ResidualSumOfSquares == 0 ? double.PositiveInfinity : model.OverallTest().F);
    }

    /// <summary>B0 is the intercept; B1 … belong to x1 …, or to the powers of x where the set has one x only.</summary>
    static Design DesignOf(string[] labels, Func<string, double[]?> column, int rows)
    {
        DesignTerm Term(string label)
        {
            var number = int.Parse(label[1..], CultureInfo.InvariantCulture);
            var values = column("x" + number) ?? Array.ConvertAll(column("x")!, x => Math.Pow(x, number));
            return new DesignTerm(Predictor.Numeric("x" + number, new Sample(values)));
        }
        var design = new Design(rows, [.. labels.Where(label => label != "B0").Select(Term)]);
        return labels.Contains("B0") ? design : design.WithoutIntercept();
    }

    static string Text(ZipArchive archive, string name)
    {
        using var reader = new StreamReader(archive.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }
}
