using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace ImpactEval.Statistics.Tests.BadInput;

/// <summary>One statistic and what it makes of bad input: a refusal with its reason, or numbers that are numbers.</summary>
public sealed record Trial(string Name, Func<Draw, object?> Statistic)
{
    /// <summary>The seed is that of the name, so that a run repeats and a new statistic does not change the others.</summary>
    public void Run(int tests)
    {
        var seed = Name.Aggregate(1469598103934665603UL, (hash, letter) => unchecked((hash ^ letter) * 1099511628211UL));
        var config = Config.QuickThrowOnFailure.WithMaxTest(tests).WithQuietOnSuccess(true).WithStartSize(1).WithEndSize(20)
            .WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(seed, seed | 1), FSharpOption<int>.None)));
        Prop.ForAll(Draw.Arbitrary, draw => Complaint(draw) is { } complaint ? false.Label($"{Name}: {complaint}") : true.ToProperty()).Check(config);
    }

    public override string ToString() => Name;

    string? Complaint(Draw draw)
    {
        try
        {
            return FiniteResult.Offence(Statistic(draw));
        }
        catch (Exception error) when (Innermost(error) is ArgumentException or NotEstimableException)
        {
            return null;
        }
#pragma warning disable CA1031 // Any other exception is what is looked for.
        catch (Exception error)
        {
            return Innermost(error).ToString().ReplaceLineEndings(" ")[..Math.Min(600, Innermost(error).ToString().Length)];
        }
#pragma warning restore CA1031
    }

    /// <summary>Work on several threads wraps what went wrong.</summary>
    static Exception Innermost(Exception error) => error is AggregateException { InnerException: { } inner } ? Innermost(inner) : error;
}
