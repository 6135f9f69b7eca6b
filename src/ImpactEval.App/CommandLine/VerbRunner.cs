using System.CommandLine;
using ImpactEval.App.Operations;
using ImpactEval.App.Terminal;
using ImpactEval.Storage;
using ImpactEval.Studies;

namespace ImpactEval.App.CommandLine;

/// <summary>The outer edge of the command line: the one place that turns whatever went wrong into words and an exit code.</summary>
static class VerbRunner
{
    static readonly ContractProblemKind[] Missing = [ContractProblemKind.FolderMissing, ContractProblemKind.StudyFileMissing, ContractProblemKind.SourceFileMissing];

    public static async Task<int> RunAsync(ParseResult parsed, CommonOptions options, Messages messages, Func<Task<ExitCode>> verb)
    {
        try
        {
            return (int)await verb();
        }
        catch (BrokenContractException broken)
        {
            ProblemView.Write(Console.Error, broken.Problems, messages);
            if (parsed.GetValue(options.Json))
                ProblemJson.Write(Console.Out, broken.Problems);
            return (int)(broken.Problems.All(problem => Missing.Contains(problem.Kind)) ? ExitCode.SourceMissing : ExitCode.ContractBroken);
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine(messages["failed.stopped"]);
            return (int)ExitCode.Infrastructure;
        }
#pragma warning disable CA1031 // The runner of verbs is one of the two edges that may catch everything.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Console.Error.WriteLine(Explain(failure, messages));
            Console.Error.WriteLine(parsed.GetValue(options.Verbose) ? failure.ToString() : messages["failed.verbose"]);
            return (int)ExitCode.Infrastructure;
        }
    }

    /// <summary>Done, or done with more warnings than allowed.</summary>
    public static ExitCode Judge(IReadOnlyList<ImportedFile> files, int? allowed, Messages messages) =>
        Judge(files.Sum(file => file.Problems.Sum(problem => problem.Count)), allowed, messages);

    public static ExitCode Judge(int warnings, int? allowed, Messages messages)
    {
        if (allowed is null || warnings <= allowed)
            return ExitCode.Done;
        Console.Error.WriteLine(messages.Format("warnings.tooMany", warnings, allowed));
        return ExitCode.TooManyWarnings;
    }

    static string Explain(Exception failure, Messages messages) => failure switch
    {
        StoreUnavailableException store => messages.Format("failed.store", messages[$"store.{Word.Of(store.Kind)}"], store.Message),
        ReportUnwritableException report => messages.Format("failed.report", report.Path, report.Message),
        UnauthorizedAccessException or IOException => messages.Format("failed.file", failure.Message),
        NotSupportedException => messages.Format("failed.unsupported", failure.Message),
        _ => messages.Format("failed.other", failure.Message),
    };
}
