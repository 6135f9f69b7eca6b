using ImpactEval.Statistics.Categorical;
using ImpactEval.Statistics.Paired;
using ImpactEval.Statistics.Repeated;

namespace ImpactEval.Statistics.Conformance;

using Found = Dictionary<string, object?>;

static partial class Procedures
{
    static Found RmAnova(ConformanceEntry entry)
    {
        Require(entry, "ss_type", "3");
        Require(entry, "correction", "none", "GG", "HF");
        var effects = RepeatedAnova.Of(DesignOf(entry));
        RepeatedEffect[] shown = [.. effects.Skip(1)];
        string[] terms = [.. shown.Select(effect => effect.Term)];
        var corrected = Array.ConvertAll(shown, effect => Corrected(effect, entry.Text("correction", "none")));
        return new Found
        {
            ["term"] = Themselves(terms), ["F"] = By(terms, i => shown[i].F), ["p"] = By(terms, i => corrected[i].P),
            ["num_df"] = By(terms, i => corrected[i].Epsilon * shown[i].DegreesOfFreedom),
            ["den_df"] = By(terms, i => corrected[i].Epsilon * shown[i].ErrorDegreesOfFreedom),
            ["ges"] = By(terms, i => shown[i].GeneralisedEtaSquared), ["pes"] = By(terms, i => shown[i].PartialEtaSquared),
            ["uncorrected"] = effects.ToDictionary(effect => effect.Term, effect => (object?)new Found
            {
                ["ss"] = effect.SumOfSquares, ["num_df"] = effect.DegreesOfFreedom, ["error_ss"] = effect.ErrorSumOfSquares,
                ["den_df"] = effect.ErrorDegreesOfFreedom, ["F"] = effect.F, ["p"] = effect.PValue,
            }, StringComparer.Ordinal),
            ["epsilon"] = BySphericity(effects, found => new Found
            {
                ["gg_eps"] = found.GreenhouseGeisser, ["p_gg"] = found.PGreenhouseGeisser, ["hf_eps"] = found.HuynhFeldt, ["p_hf"] = found.PHuynhFeldt,
            }),
            ["mauchly"] = BySphericity(effects, found => new Found { ["W"] = found.MauchlyW, ["p"] = found.MauchlyPValue }),
        };
    }

    static (double Epsilon, double P) Corrected(RepeatedEffect effect, string correction) => (correction, effect.Sphericity) switch
    {
        ("GG", { } sphericity) => (sphericity.GreenhouseGeisser, sphericity.PGreenhouseGeisser),
        ("HF", { HuynhFeldt: { } epsilon, PHuynhFeldt: { } p }) => (Math.Min(1, epsilon), p),
        _ => (1, effect.PValue),
    };

    static Found? BySphericity(IReadOnlyList<RepeatedEffect> effects, Func<Sphericity, Found> found)
    {
        var spherical = effects.Where(effect => effect.Sphericity is not null).ToArray();
        return spherical.Length == 0 ? null : spherical.ToDictionary(effect => effect.Term, effect => (object?)found(effect.Sphericity!), StringComparer.Ordinal);
    }

    /// <summary>One row for each person, one response for each cell of the factors within; people without all cells are left out.</summary>
    static RepeatedDesign DesignOf(ConformanceEntry entry)
    {
        var (between, within) = (NamesOf(entry, "between"), NamesOf(entry, "within"));
        var frame = EntryFrame.Of(entry, [entry.Text("subject"), entry.Text("response"), .. between, .. within]);
        var (subjects, scores) = (frame.Groups(entry.Text("subject")), frame.Numbers(entry.Text("response")));
        var cells = within.Select(frame.Groups).ToArray();
        int[] levels = [.. cells.Select(column => column.Max() + 1)];
        var responses = Enumerable.Range(0, subjects.Max() + 1).Select(_ => Enumerable.Repeat(double.NaN, levels.Aggregate(1, (count, factor) => count * factor)).ToArray()).ToArray();
        for (var row = 0; row < scores.Length; row++)
            responses[subjects[row]][cells.Select((column, factor) => (column[row], levels[factor])).Aggregate(0, (cell, one) => cell * one.Item2 + one.Item1)] = scores[row];
        int[] complete = [.. Enumerable.Range(0, responses.Length).Where(person => !Array.Exists(responses[person], double.IsNaN))];
        BetweenFactor Between(string name)
        {
            var groups = frame.Groups(name);
            return new BetweenFactor(name, Array.ConvertAll(complete, person => groups[Array.IndexOf(subjects, person)]));
        }
        return new RepeatedDesign(
            Array.ConvertAll(complete, person => responses[person]), [.. between.Select(Between)], [.. within.Select((name, i) => new WithinFactor(name, levels[i]))]);
    }

    static string[] NamesOf(ConformanceEntry entry, string argument) => entry.Has(argument) ? entry.Texts(argument) : [];

    static Found Friedman(ConformanceEntry entry)
    {
        var test = FriedmanTest.Of([.. ConformanceEntry.Complete(entry.Vectors("measures")).Select(wave => new Sample(wave))]);
        return new Found
        {
            ["chi2"] = test.Test.Statistic, ["df"] = test.Test.DegreesOfFreedom, ["p"] = test.Test.PValue, ["kendall_w"] = test.KendallW,
            ["iman_davenport_F"] = test.F,
        };
    }

    static Found CochranQs(ConformanceEntry entry)
    {
        var mark = Mark(entry.Raw("success"));
        var test = CochranQ.Of([.. ConformanceEntry.Complete(entry.Vectors("measures")).Select(wave => Array.ConvertAll(wave, score => score >= mark))]);
        return new Found { ["Q"] = test.Statistic, ["df"] = test.DegreesOfFreedom, ["p"] = test.PValue };
    }

    static Found PairwisePairedTTests(ConformanceEntry entry)
    {
        var waves = entry.Raw("measures");
        var pairs = entry.Raw("comparisons").EnumerateArray().Select(pair => (Later: pair[0].GetString()!, Earlier: pair[1].GetString()!)).ToArray();
        double?[] raw = Array.ConvertAll(pairs, pair =>
        {
            var (earlier, later) = entry.Pairs(waves.GetProperty(pair.Earlier), waves.GetProperty(pair.Later));
            return (double?)PairedTTest.Of(earlier, later, Alternative.TwoSided).PValue;
        });
        var adjusted = Adjusted(entry.Text("p_adjust"), raw);
        string[] names = Array.ConvertAll(pairs, pair => $"{pair.Later}_{pair.Earlier}");
        return new Found { ["raw"] = By(names, i => raw[i]), ["adjusted"] = By(names, i => adjusted[i]) };
    }

    static Found Retentions(ConformanceEntry entry)
    {
        var waves = ConformanceEntry.Complete([entry.Vector("pre"), entry.Vector("post"), entry.Vector("follow_up")]);
        var found = Retention.Of(new Sample(waves[0]), new Sample(waves[1]), new Sample(waves[2]), entry.Level);
        var fieller = found.Ratio.Intervals.Primary;
        return new Found
        {
            ["n"] = found.Ratio.Size, ["gain_post"] = found.GainAtEnd.Value, ["gain_followup"] = found.GainAtFollowUp.Value, ["retention"] = found.Ratio.Value,
            ["se_delta"] = found.Ratio.StandardError, ["ci_delta"] = Limits(found.Ratio.Intervals.By(IntervalMethod.Delta)), ["fieller_g"] = found.FiellerG,
            ["ci_fieller"] = new object?[] { fieller.Lower, fieller.Upper }, ["decay"] = found.Decay.Value, ["decay_ci"] = Limits(found.Decay.Intervals.Primary),
        };
    }
}
