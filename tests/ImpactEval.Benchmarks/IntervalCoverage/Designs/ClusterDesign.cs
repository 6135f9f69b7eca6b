using ImpactEval.Statistics;
using ImpactEval.Statistics.Controlled;
using ImpactEval.Statistics.Mixed;
using ImpactEval.Statistics.Regression;
using ImpactEval.Statistics.Shares;

namespace ImpactEval.Benchmarks.IntervalCoverage.Designs;

/// <summary>Whole offices are assigned, people are measured before and after.</summary>
static class ClusterDesign
{
    const double TreatedGain = 0.5, ComparisonGain = 0.1, OfOffice = 0.15;

    static readonly ConfidenceLevel Level = ConfidenceLevel.Percent95;

    public static IntervalCoverage.Design Design { get; } = new(
        "clusters", "Two arms of whole offices", "n offices of 4 to 12 people, half of them treated; 15 % of the hidden variance lies between them.",
        IntervalCoverage.Design.UsualSizes, IntervalCoverage.Design.FewTrials, Population.All, population =>
        {
            var impact = population.Mean(TreatedGain) - population.Mean(ComparisonGain);
            var mark = population.Score(0.5, 0);
            var passed = Population.MeanOf(hidden => population.Score(hidden, ComparisonGain) >= mark ? 1 : 0);
            return trial =>
            {
                var people = People(population, trial);
                ClaimImpact(trial, people, impact);
                trial.Claim("share of clustered answers", "cluster_robust", passed, () => ShareOf(people, mark));
            };
        });

    sealed record Person(int Office, bool Treated, double Pre, double Post);

    static List<Person> People(Population population, Trial trial)
    {
        var people = new List<Person>();
        for (var office = 0; office < trial.Size; office++)
        {
            var (common, size) = (trial.Draws.Normal(), 4 + (int)(9 * trial.Draws.Uniform()));
            for (var i = 0; i < size; i++)
            {
                var hidden = trial.Draws.Like(common, Math.Sqrt(OfOffice));
                // The office stays, the rest of the person correlates: the correlation of the waves is .65 again.
                var own = (hidden - Math.Sqrt(OfOffice) * common) / Math.Sqrt(1 - OfOffice);
                var ownLater = trial.Draws.Like(own, (PairedDesign.Correlation - OfOffice) / (1 - OfOffice));
                var later = Math.Sqrt(OfOffice) * common + Math.Sqrt(1 - OfOffice) * ownLater;
                var treated = office % 2 == 0;
                people.Add(new Person(office, treated, population.Score(hidden, 0), population.Score(later, treated ? TreatedGain : ComparisonGain)));
            }
        }
        return people;
    }

    static void ClaimImpact(Trial trial, List<Person> people, double impact)
    {
        var (post, pre) = (new Sample(people.Select(person => person.Post)), new Sample(people.Select(person => person.Pre)));
        bool[] treated = [.. people.Select(person => person.Treated)];
        int[] offices = [.. people.Select(person => person.Office)];
        var model = AnalysisOfCovariance.Model(post, treated, [new DesignTerm(Predictor.Numeric("pre", pre))]);
        foreach (var kind in Enum.GetValues<ClusterKind>())
            trial.Claim($"ANCOVA, {kind}", impact, () => ClusterCovariance.Of(model, offices, kind).Of(AnalysisOfCovariance.Treated, Level));
        trial.Claim("difference in differences, CR2", impact, () => DifferenceInDifferences.Clustered(
            new Sample([.. pre.Values, .. post.Values]), [.. treated, .. treated], [.. treated.Select(_ => false), .. treated.Select(_ => true)],
            [.. offices, .. offices], Level));
        trial.Claim("mixed model, offices at random (REML)", impact, () => MixedModel.Of(
            new MixedModelDesign(
                post,
                [new ModelColumn("treated", new Sample(treated.Select(one => one ? 1.0 : 0))), new ModelColumn("pre", pre)],
                [new RandomFactor("office", [.. offices.Select(office => $"{office}")])]),
            LikelihoodMethod.Restricted, Level).Effects.Coefficients[1].Estimate);
    }

    /// <summary>Of the comparison offices: who reached the mark after.</summary>
    static Estimate ShareOf(List<Person> people, double mark)
    {
        var offices = people.Where(person => !person.Treated).GroupBy(person => person.Office).ToArray();
        return ClusteredShare.Of(
            [.. offices.Select(office => office.Count(person => person.Post >= mark))], [.. offices.Select(office => office.Count())], Level);
    }
}
