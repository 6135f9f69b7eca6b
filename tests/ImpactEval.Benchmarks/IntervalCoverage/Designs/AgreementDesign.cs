using ImpactEval.Statistics;
using ImpactEval.Statistics.Reliability;

namespace ImpactEval.Benchmarks.IntervalCoverage.Designs;

/// <summary>Coders who put answers into categories.</summary>
static class AgreementDesign
{
    /// <summary>Correlation of what two coders see in the same answer.</summary>
    const double Alike = 0.85;

    /// <summary>Chance that a coder leaves an answer out, for Krippendorff's alpha.</summary>
    const double Gap = 0.2;

    const int Coders = 3;

    static readonly ConfidenceLevel Level = ConfidenceLevel.Percent95;

    public static Design Design { get; } = new(
        "agreement", "Agreement of coders",
        "n answers, coded by 3 coders: two of them for kappa and AC1, all for Fleiss and for Krippendorff, whose α also lacks one code in five. "
        + "*Thirds*: three categories alike frequent; *rare*: 80, 15 and 5 %; *5-point*: ratings.",
        IntervalCoverage.Design.UsualSizes, IntervalCoverage.Design.FewTrials,
        [Categories("thirds", -0.43, 0.43), Categories("rare", 0.84, 1.64), Categories(Population.Likert.Name, [.. Population.Steps])],
        population =>
        {
            var coefficients = Coefficients((int)population.Score(10, 0) + 1);
            var columns = Crowd.Of(Coders, (draws, codes) => Code(population, draws, codes));
            double[][] crowd = [.. Enumerable.Range(0, Crowd.Size).Select(answer => Array.ConvertAll(columns, column => column.Values[answer]))];
            var truths = coefficients.ToDictionary(one => one.Name, one => one.Value(crowd));
            return trial =>
            {
                var coded = new double[trial.Size][];
                for (var i = 0; i < coded.Length; i++)
                    Code(population, trial.Draws, coded[i] = new double[Coders]);
                var withGaps = Array.ConvertAll(coded, codes => Array.ConvertAll(codes, code => trial.Draws.Happens(Gap) ? double.NaN : code));
                foreach (var one in coefficients)
                    trial.Claim(one.Name, truths[one.Name], () => one.Estimate(one.BearsGaps ? withGaps : coded, trial.Seed));
            };
        });

    /// <param name="Value">Of codes by answer and coder, from 0.</param>
    /// <param name="Estimate">The same with its interval; the number is the seed.</param>
    sealed record Coefficient(string Name, bool BearsGaps, Func<double[][], double> Value, Func<double[][], ulong, Estimate> Estimate);

    static Coefficient[] Coefficients(int categories)
    {
        Coefficient Of(string name, Func<double[][], Estimate> estimate) =>
            new(name, false, codes => estimate(codes).Value, (codes, _) => estimate(codes));
        Coefficient Alpha(KrippendorffMetric metric) => new(
            $"Krippendorff's α, {metric.ToString().ToLowerInvariant()}", true,
            codes => KrippendorffAlpha.Value(codes, metric), (codes, seed) => KrippendorffAlpha.Of(codes, metric, Level, Trial.Resamples, seed));
        return
        [
            Of("Cohen's κ", codes => CohenKappa.Of(Table(codes, categories), KappaWeights.None, Level)),
            Of("Cohen's κ, linear weights", codes => CohenKappa.Of(Table(codes, categories), KappaWeights.Linear, Level)),
            Of("Cohen's κ, quadratic weights", codes => CohenKappa.Of(Table(codes, categories), KappaWeights.Quadratic, Level)),
            Of("Gwet's AC1", codes => GwetAc1.Of(Table(codes, categories), Level)),
            Of("Fleiss' κ", codes => FleissKappa.Of([.. codes.Select(answer => Counts(answer, categories))], Level).Kappa),
            .. Enum.GetValues<KrippendorffMetric>().Select(Alpha),
        ];
    }

    static Population Categories(string name, params double[] steps) => new(name, steps.Length, (hidden, _) => steps.Count(step => hidden > step));

    static void Code(Population population, Draws draws, double[] codes)
    {
        var answer = draws.Normal();
        for (var coder = 0; coder < codes.Length; coder++)
            codes[coder] = population.Score(draws.Like(answer, Math.Sqrt(Alike)), 0);
    }

    /// <summary>Of the first two coders.</summary>
    static AgreementTable Table(double[][] codes, int categories)
    {
        var counts = new int[categories, categories];
        foreach (var answer in codes)
            counts[(int)answer[0], (int)answer[1]]++;
        return new AgreementTable(counts);
    }

    static int[] Counts(double[] answer, int categories)
    {
        var counts = new int[categories];
        foreach (var code in answer)
            counts[(int)code]++;
        return counts;
    }
}
