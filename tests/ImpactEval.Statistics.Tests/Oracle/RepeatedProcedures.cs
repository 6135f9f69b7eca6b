using ImpactEval.Statistics.Multiplicity;
using ImpactEval.Statistics.Paired;
using ImpactEval.Statistics.Repeated;

namespace ImpactEval.Statistics.Tests.Oracle;

using Found = Dictionary<string, object?>;

static partial class OracleProcedures
{
    static Found RmAnova(OracleEntry entry)
    {
        var correction = entry.Text("correction");
        var effects = RepeatedAnova.Of(Design(entry));
        var shown = effects.Skip(1).Select(effect =>
        {
            var epsilon = (correction, effect.Sphericity) switch
            {
                ("GG", { } sphericity) => sphericity.GreenhouseGeisser,
                ("HF", { } sphericity) => Math.Min(1, sphericity.HuynhFeldt!.Value),
                _ => 1,
            };
            return (Effect: effect, Epsilon: epsilon, P: (correction, effect.Sphericity) switch
            {
                ("GG", { } sphericity) => sphericity.PGreenhouseGeisser,
                ("HF", { } sphericity) => sphericity.PHuynhFeldt!.Value,
                _ => effect.PValue,
            });
        }).ToArray();
        return new Found
        {
            ["term"] = shown.Select(row => row.Effect.Term).ToArray(), ["F"] = shown.Select(row => row.Effect.F).ToArray(), ["p"] = shown.Select(row => row.P).ToArray(),
            ["num_df"] = shown.Select(row => row.Epsilon * row.Effect.DegreesOfFreedom).ToArray(),
            ["den_df"] = shown.Select(row => row.Epsilon * row.Effect.ErrorDegreesOfFreedom).ToArray(),
            ["ges"] = shown.Select(row => row.Effect.GeneralisedEtaSquared).ToArray(), ["pes"] = shown.Select(row => row.Effect.PartialEtaSquared).ToArray(),
            ["uncorrected"] = effects.ToDictionary(effect => effect.Term, effect => (object?)new Found
            {
                ["ss"] = effect.SumOfSquares, ["num_df"] = effect.DegreesOfFreedom, ["error_ss"] = effect.ErrorSumOfSquares,
                ["den_df"] = effect.ErrorDegreesOfFreedom, ["F"] = effect.F, ["p"] = effect.PValue,
            }),
            ["epsilon"] = BySphericity(effects, found => new Found
            {
                ["gg_eps"] = found.GreenhouseGeisser, ["p_gg"] = found.PGreenhouseGeisser, ["hf_eps"] = found.HuynhFeldt, ["p_hf"] = found.PHuynhFeldt,
            }),
            ["mauchly"] = BySphericity(effects, found => new Found { ["W"] = found.MauchlyW, ["p"] = found.MauchlyPValue }),
        };
    }

    static Found BySphericity(IReadOnlyList<RepeatedEffect> effects, Func<Sphericity, Found> found) => effects.Where(effect => effect.Sphericity is not null)
        .ToDictionary(effect => effect.Term, effect => (object?)found(effect.Sphericity!));

    static RepeatedDesign Design(OracleEntry entry)
    {
        string[] Names(string argument) => [.. entry.Raw(argument).EnumerateArray().Select(name => name.GetString()!)];
        var (between, within) = (Names("between"), Names("within"));
        var (subjects, scores) = (entry.Column(entry.Text("subject")), entry.Column(entry.Text("response")));
        var people = subjects.Distinct().ToList();
        var cells = within.Select(entry.Column).ToArray();
        var levels = cells.Select(column => column.Distinct().ToList()).ToArray();
        var responses = people.Select(_ => new double[levels.Aggregate(1, (count, factor) => count * factor.Count)]).ToArray();
        for (var row = 0; row < scores.Length; row++)
        {
            var cell = 0;
            for (var factor = 0; factor < within.Length; factor++)
                cell = cell * levels[factor].Count + levels[factor].IndexOf(cells[factor][row]);
            responses[people.IndexOf(subjects[row])][cell] = OracleTable.Number(scores[row]);
        }
        BetweenFactor Between(string name)
        {
            var column = entry.Column(name);
            var found = column.Distinct().ToList();
            return new BetweenFactor(name, [.. people.Select(person => found.IndexOf(column[Array.IndexOf(subjects, person)]))]);
        }
        return new RepeatedDesign(responses, [.. between.Select(Between)], [.. within.Select((name, i) => new WithinFactor(name, levels[i].Count))]);
    }

    static Found Friedman(OracleEntry entry)
    {
        var test = FriedmanTest.Of([.. entry.Vectors("measures").Select(wave => new Sample(wave))]);
        return new Found
        {
            ["chi2"] = test.Test.Statistic, ["df"] = test.Test.DegreesOfFreedom, ["p"] = test.Test.PValue, ["kendall_w"] = test.KendallW,
            ["iman_davenport_F"] = test.F,
        };
    }

    static Found PairwisePairedTTests(OracleEntry entry)
    {
        var waves = entry.Raw("measures").EnumerateObject().ToDictionary(wave => wave.Name, wave => new Sample(entry.Vector(wave.Value)));
        var pairs = entry.Raw("comparisons").EnumerateArray().Select(pair => (Later: pair[0].GetString()!, Earlier: pair[1].GetString()!)).ToArray();
        double?[] raw = [.. pairs.Select(pair => (double?)PairedTTest.Of(waves[pair.Earlier], waves[pair.Later], Alternative.TwoSided).PValue)];
        var adjusted = entry.Text("p_adjust") switch
        {
            "holm" => HolmAdjustment.Of(raw),
            "bonferroni" => BonferroniAdjustment.Of(raw),
            "benjamini_hochberg" => BenjaminiHochbergAdjustment.Of(raw),
            var other => throw new InvalidDataException($"Adjustment {other}."),
        };
        Found Named(IReadOnlyList<double?> values) => pairs.Select((pair, i) => (Name: $"{pair.Later}_{pair.Earlier}", Value: values[i])).ToDictionary(pair => pair.Name, pair => (object?)pair.Value);
        return new Found { ["raw"] = Named(raw), ["adjusted"] = Named(adjusted) };
    }

    static Found Retentions(OracleEntry entry)
    {
        var found = Retention.Of(entry.Sample("pre"), entry.Sample("post"), entry.Sample("follow_up"), entry.Level);
        var fieller = found.Ratio.Intervals.Primary;
        return new Found
        {
            ["n"] = found.Ratio.Size, ["gain_post"] = found.GainAtEnd.Value, ["gain_followup"] = found.GainAtFollowUp.Value, ["retention"] = found.Ratio.Value,
            ["se_delta"] = found.Ratio.StandardError, ["ci_delta"] = Limits(found.Ratio.Intervals.By(IntervalMethod.Delta)), ["fieller_g"] = found.FiellerG,
            ["ci_fieller"] = new object?[] { fieller.Lower, fieller.Upper }, ["decay"] = found.Decay.Value, ["decay_ci"] = Limits(found.Decay.Intervals.Primary),
        };
    }
}
