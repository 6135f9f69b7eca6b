using System.CommandLine;
using System.CommandLine.Invocation;
using ImpactEval.Evaluation;

namespace ImpactEval.App.CommandLine;

sealed class VersionAction : SynchronousCommandLineAction
{
    public override int Invoke(ParseResult parseResult)
    {
        Console.Out.WriteLine($"impacteval {RunStamp.Engine}");
        return (int)ExitCode.Done;
    }
}
