using System.Globalization;
using ImpactEval.Statistics;
using ImpactEval.Statistics.Distributions;
using ImpactEval.Statistics.Missing;
using ImpactEval.Statistics.Mixed;
using ImpactEval.Statistics.Pooling;

namespace ImpactEval.Benchmarks.Engine;

/// <summary>Data sets of the shapes that are timed, the same in every run.</summary>
static class SimulatedScores
{
    public static (Sample Pre, Sample Post) Pairs(int people)
    {
        var stream = new RandomStream(1, (ulong)people);
        var (pre, post) = (new double[people], new double[people]);
        for (var i = 0; i < people; i++)
        {
            var ability = 8 * Normal(stream);
            (pre[i], post[i]) = (60 + ability + 6 * Normal(stream), 65 + ability + 6 * Normal(stream));
        }
        return (new Sample(pre), new Sample(post));
    }

    public static (Sample First, Sample Second) Groups(int people)
    {
        var stream = new RandomStream(2, 0);
        return (new Sample(Normals(stream, people)), new Sample(Normals(stream, people).Select(score => score + 0.5)));
    }

    public static MixedModelDesign Grouped(int groups, int waves)
    {
        var stream = new RandomStream(3, (ulong)groups);
        var (scores, months, names) = (new List<double>(), new List<double>(), new List<string>());
        for (var group = 0; group < groups; group++)
        {
            var level = 5 * Normal(stream);
            for (var wave = 0; wave < waves; wave++)
            {
                scores.Add(50 + 2 * wave + level + 8 * Normal(stream));
                months.Add(wave);
                names.Add(group.ToString(CultureInfo.InvariantCulture));
            }
        }
        return new MixedModelDesign(new Sample(scores), [new ModelColumn("wave", new Sample(months))], [new RandomFactor("group", names)]);
    }

    public static StudyEffects Studies(int count)
    {
        var stream = new RandomStream(4, 0);
        double[] variances = [.. Enumerable.Range(0, count).Select(_ => 0.01 + 0.09 * stream.NextDouble())];
        return new StudyEffects(
            new Sample(variances.Select(variance => 0.4 + 0.2 * Normal(stream) + Math.Sqrt(variance) * Normal(stream))), new Sample(variances));
    }

    public static IncompleteScores WithGaps(int people, int items)
    {
        var stream = new RandomStream(5, 0);
        return new IncompleteScores([.. Enumerable.Range(0, people).Select(_ =>
        {
            var ability = Normal(stream);
            return Normals(stream, items).Select(noise => stream.NextDouble() < 0.2 ? double.NaN : ability + noise).ToArray();
        })]);
    }

    static double[] Normals(RandomStream stream, int count) => [.. Enumerable.Range(0, count).Select(_ => Normal(stream))];

    static double Normal(RandomStream stream) => StandardNormal.Quantile((stream.NextUInt32() + 0.5) / 4294967296.0);
}
