using System.CommandLine;
using ImpactEval.App.Operations;
using ImpactEval.App.Terminal;

namespace ImpactEval.App.CommandLine;

/// <summary><c>impacteval self-test</c>: NIST, published tables and, where IMPACTEVAL_ORACLE names one, the oracle, on the user's machine.</summary>
static class SelfTestVerb
{
    public static Command Build(CommonOptions options, Messages messages)
    {
        var markdown = new Option<bool>("--markdown") { Description = messages["option.markdown"] };
        var verb = new Command("self-test", messages["verb.selfTest"]) { options.Json, markdown };
        verb.SetAction((parsed, _) => VerbRunner.RunAsync(parsed, options, messages, () =>
        {
            SelfTest test;
            try
            {
                test = SelfTest.Run(Environment.GetEnvironmentVariable(OracleFolder.Variable) is { Length: > 0 } folder ? folder : null);
            }
            catch (OracleUnreadableException oracle)
            {
                Console.Error.WriteLine(messages.Format($"selfTest.{oracle.Problem}", oracle.Place, oracle.Message));
                return Task.FromResult(oracle.Problem is OracleProblem.FolderMissing or OracleProblem.DataMissing ? ExitCode.SourceMissing : ExitCode.ContractBroken);
            }
            if (parsed.GetValue(options.Json))
                SelfTestJson.Write(Console.Out, test);
            else if (parsed.GetValue(markdown))
                SelfTestMarkdown.Write(Console.Out, test);
            else
                SelfTestView.Write(Console.Out, test, messages);
            return Task.FromResult(test.Agrees ? ExitCode.Done : ExitCode.TooManyWarnings);
        }));
        return verb;
    }
}
