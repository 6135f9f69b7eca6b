using ImpactEval.Statistics.Resampling;

namespace ImpactEval.Statistics.Tests.Resampling;

[TestClass]
public sealed class ResamplingPlanTests
{
    static readonly ConfidenceLevel Level = ConfidenceLevel.Percent95;

    // Hours between failures of the air conditioning of an aircraft: Proschan (1963), Technometrics 5, 375–383; aircondit of R's boot.
    static readonly double[] AirConditioning = [3, 5, 7, 18, 43, 85, 91, 98, 100, 130, 230, 487];

    [TestMethod]
    public void Studentised_limits_agree_with_boot_given_the_same_replicates()
    {
        // k <- 1:999; t <- 5 + sin(k) + .3*cos(3*k)^2; v <- (.5 + .2*cos(k))^2; boot 1.3-28.1:
        // boot.ci(b, type = "stud", t0 = 5, var.t0 = .36, t = t, var.t = v) prints 3.2790368067867988 6.1929704148129368
        var replicates = Enumerable.Range(1, 999).Select(k =>
            new StudentisedValue(5 + Math.Sin(k) + 0.3 * Math.Pow(Math.Cos(3 * k), 2), 0.5 + 0.2 * Math.Cos(k))).ToArray();
        var interval = new StudentisedReplicates(new StudentisedValue(5, 0.6), replicates).Interval(Level);
        Assert.AreEqual(3.2790368067867988, interval.Lower!.Value, 1e-12);
        Assert.AreEqual(6.1929704148129368, interval.Upper!.Value, 1e-12);
        Assert.AreEqual(IntervalMethod.StudentisedBootstrap, interval.Method);
    }

    [TestMethod]
    public void Studentised_limits_of_a_skewed_mean_agree_with_boot()
    {
        // set.seed(1); b <- boot(aircondit$hours, function(d, i) c(mean(d[i]), var(d[i])/length(i)), R = 199999); boot.ci(b, type = "stud")
        // prints ( 47.2, 292.6 ); Monte-Carlo error of both about 1 and 2.
        var interval = Bootstrap.Studentised(ResamplingPlan.Persons(12), people => Mean(AirConditioning, people), 40_000, seed: 2).Interval(Level);
        Assert.AreEqual(47.2, interval.Lower!.Value, 2);
        Assert.AreEqual(292.6, interval.Upper!.Value, 6);
    }

    [TestMethod]
    public void Studentised_limits_move_with_origin_and_unit()
    {
        ConfidenceInterval Of(double shift, double factor) => Bootstrap.Studentised(ResamplingPlan.Persons(12),
            people => Mean(Array.ConvertAll(AirConditioning, value => shift + factor * value), people), 999, seed: 5).Interval(Level);
        var (plain, moved) = (Of(0, 1), Of(10, 4));
        Assert.AreEqual(10 + 4 * plain.Lower!.Value, moved.Lower!.Value, 1e-9);
        Assert.AreEqual(10 + 4 * plain.Upper!.Value, moved.Upper!.Value, 1e-9);
    }

    [TestMethod]
    public void A_resample_holds_whole_clusters()
    {
        int[] clusters = [4, 4, 4, 9, 9, 2, 2, 2, 2];
        var torn = 0;
        Bootstrap.Of(ResamplingPlan.Clusters(clusters), people =>
        {
            int[] drawn = people.ToArray(), counts = [.. Enumerable.Range(0, 9).Select(person => drawn.Count(one => one == person))];
            for (var person = 0; person < 9; person++)
                if (counts[person] != counts[Array.IndexOf(clusters, clusters[person])])
                    Interlocked.Increment(ref torn);
            return people.Length;
        }, 500, seed: 1);
        Assert.AreEqual(0, torn);
    }

    [TestMethod]
    public void Every_stratum_keeps_its_number_of_units()
    {
        int[] arms = [1, 0, 1, 1, 0, 1, 0];
        var replicates = Bootstrap.Of(ResamplingPlan.Persons(7).Within(arms), people =>
        {
            var treated = people.ToArray().Count(person => arms[person] == 1);
            return treated == 4 && people.Length == 7 ? people[0] : people.Length == 6 ? 0 : double.NaN;
        }, 400, seed: 1);
        Assert.AreEqual(0, replicates.Undefined);
        Assert.AreSequenceEqual([4, 3], ResamplingPlan.Persons(7).Within(arms).UnitsOfStratum);
    }

    [TestMethod]
    public void Clusters_of_one_person_are_people()
    {
        double Statistic(ReadOnlySpan<int> people) => Mean(AirConditioning, people).Estimate;
        var people = Bootstrap.Of(12, Statistic, 700, seed: 3);
        var clusters = Bootstrap.Of(ResamplingPlan.Clusters([.. Enumerable.Range(0, 12)]), Statistic, 700, seed: 3);
        Assert.AreEqual(people.Bca(Level), clusters.Bca(Level));
    }

    [TestMethod]
    public void The_error_of_a_mean_of_clusters_is_that_of_the_cluster_means()
    {
        // Six clusters of four alike people: only the six means vary, s²(k − 1)/k² as for a mean of six.
        double[] means = [1, 4, 2, 8, 5, 7];
        double[] scores = [.. Enumerable.Range(0, 24).Select(person => means[person / 4])];
        var plan = ResamplingPlan.Clusters([.. Enumerable.Range(0, 24).Select(person => person / 4)]);
        var replicates = Bootstrap.Of(plan, people => Mean(scores, people).Estimate, 200_000, seed: 8);
        Assert.AreEqual(Math.Sqrt(37.5) / 6, replicates.StandardError, 0.006);
    }

    [TestMethod]
    public void Acceleration_over_strata_is_that_of_the_empirical_influences()
    {
        // For a difference of means lⱼ = ±(xⱼ − x̄), so a = Σ(l/n)³ / (6 (Σ(l/n)²)^1.5): Davison and Hinkley (1997), section 5.3.2.
        double[] scores = [1, 2, 9, 4, 0, 6, 7];
        int[] arms = [1, 1, 1, 1, 0, 0, 0];
        double Difference(ReadOnlySpan<int> people) => Of(people, 1) - Of(people, 0);
        double Of(ReadOnlySpan<int> people, int arm) => people.ToArray().Where(person => arms[person] == arm).Average(person => scores[person]);
        double[] influences = [-3 / 4.0, -2 / 4.0, 5 / 4.0, 0, 13 / 9.0, -5 / 9.0, -8 / 9.0];
        var expected = influences.Sum(l => l * l * l) / (6 * Math.Pow(influences.Sum(l => l * l), 1.5));
        Assert.AreEqual(expected, Bootstrap.Of(ResamplingPlan.Persons(7).Within(arms), Difference, 100, seed: 1).Acceleration, 1e-12);
    }

    [TestMethod]
    public void Units_that_cannot_vary_are_refused()
    {
        Assert.ThrowsExactly<NotEstimableException>(() => ResamplingPlan.Persons(1));
        Assert.ThrowsExactly<NotEstimableException>(() => ResamplingPlan.Clusters([3, 3, 3]));
        Assert.ThrowsExactly<NotEstimableException>(() => ResamplingPlan.Persons(3).Within([0, 0, 1]));
        Assert.ThrowsExactly<ArgumentException>(() => ResamplingPlan.Persons(3).Within([0, 0]));
        Assert.ThrowsExactly<ArgumentException>(() => ResamplingPlan.Clusters([1, 1, 2, 2]).Within([0, 1, 1, 1]));
    }

    [TestMethod]
    public void A_statistic_without_a_standard_error_is_refused()
    {
        Assert.ThrowsExactly<NotEstimableException>(() =>
            Bootstrap.Studentised(ResamplingPlan.Persons(9), _ => new StudentisedValue(1, 0), 100, seed: 1));
        Assert.ThrowsExactly<NotEstimableException>(() => Bootstrap.Studentised(ResamplingPlan.Persons(9),
            people => new StudentisedValue(1, people.ToArray().Distinct().Count() == 9 ? 1 : 0), 100, seed: 1));
    }

    static StudentisedValue Mean(double[] values, ReadOnlySpan<int> people)
    {
        var (sum, squares) = (0.0, 0.0);
        foreach (var person in people)
            sum += values[person];
        var mean = sum / people.Length;
        foreach (var person in people)
            squares += (values[person] - mean) * (values[person] - mean);
        return new StudentisedValue(mean, Math.Sqrt(squares / (people.Length - 1) / people.Length));
    }
}
