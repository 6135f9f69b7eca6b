using System.CommandLine;
using ImpactEval.App.Operations;
using ImpactEval.App.Terminal;
using ImpactEval.Reporting;
using ImpactEval.Statistics;
using ImpactEval.Statistics.Catalogue;
using ImpactEval.Studies;

namespace ImpactEval.App.CommandLine;

/// <summary><c>impacteval statistic NAME --data FILE --columns role=column,…</c>: any statistic of the engine, without a study.</summary>
static class StatisticVerb
{
    public static Command Build(CommonOptions options, Messages messages)
    {
        var name = new Argument<string?>("NAME") { Description = messages["argument.statistic"], Arity = ArgumentArity.ZeroOrOne };
        var data = new Option<string?>("--data") { Description = messages["option.data"], HelpName = "FILE" };
        var columns = new Option<string[]>("--columns") { Description = messages["option.columns"], HelpName = "pre=a,post=b" };
        var choices = new Option<string[]>("--option") { Description = messages["option.option"], HelpName = "k=v" };
        var list = new Option<bool>("--list") { Description = messages["option.list"] };
        var verb = new Command("statistic", messages["verb.statistic"]) { name, data, columns, choices, list, options.Json };
        verb.SetAction((parsed, cancel) => VerbRunner.RunAsync(parsed, options, messages, () => Task.FromResult(Answered(messages, () =>
        {
            var json = parsed.GetValue(options.Json);
            if (parsed.GetValue(list))
                WriteList(parsed.GetValue(name), json, messages);
            else
                WriteResult(new StatisticQuestion(
                    parsed.GetValue(name) ?? throw new StatisticRefusedException(StatisticRefusal.NameMissing),
                    parsed.GetValue(data), parsed.GetValue(columns) ?? [], parsed.GetValue(choices) ?? []), json, messages);
        }))));
        return verb;
    }

    static void WriteList(string? name, bool json, Messages messages)
    {
        IReadOnlyList<CatalogueEntry> entries = name is null ? StatisticsCatalogue.All : [StatisticsCatalogue.Find(name)];
        if (json)
            StatisticJson.Write(Console.Out, entries, messages);
        else
            StatisticListView.Write(Console.Out, entries, messages);
    }

    static void WriteResult(StatisticQuestion question, bool json, Messages messages)
    {
        var result = ComputeStatistic.Run(question);
        if (json)
            StatisticJson.Write(Console.Out, result);
        else
            StatisticView.Write(Console.Out, result, messages);
    }

    /// <summary>Whatever was wrong about the question or the data, in the user's words.</summary>
    static ExitCode Answered(Messages messages, Action answer)
    {
        try
        {
            answer();
            return ExitCode.Done;
        }
        catch (StatisticRefusedException refused)
        {
            Console.Error.WriteLine(StatisticProblemText.Of(refused, messages));
            return Next(refused.ExitCode, messages);
        }
        catch (CatalogueException refused)
        {
            Console.Error.WriteLine(StatisticProblemText.Of(refused.Problem, messages));
            return Next(StatisticProblemText.ExitCodeOf(refused.Problem.Kind), messages);
        }
        catch (NotEstimableException reason)
        {
            Console.Error.WriteLine(messages.Format("statistic.notEstimable", Words.Of(reason.Reason, messages.Language)));
            return ExitCode.ContractBroken;
        }
        catch (BrokenContractException broken)
        {
            foreach (var problem in broken.Problems)
                Console.Error.WriteLine(ContractProblemText.Of(problem, messages.Language));
            return ExitCode.ContractBroken;
        }
    }

    static ExitCode Next(ExitCode code, Messages messages)
    {
        if (code == ExitCode.Usage)
            Console.Error.WriteLine(messages.Format("usage.next", "impacteval statistic --list"));
        return code;
    }
}
