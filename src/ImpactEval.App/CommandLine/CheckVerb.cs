using System.CommandLine;
using ImpactEval.App.Operations;
using ImpactEval.App.Terminal;
using ImpactEval.Studies;

namespace ImpactEval.App.CommandLine;

/// <summary>
/// <c>impacteval check STUDY</c>: reads everything, says what was assumed and what is wrong, stores nothing.
/// <c>impacteval check FILE [PAIRED_FILE]</c>: the same of exported files without a study.
/// </summary>
static class CheckVerb
{
    public static Command Build(CommonOptions options, Messages messages)
    {
        var place = new Argument<string>("STUDY|FILE") { Description = messages["argument.studyOrFile"] };
        var paired = new Argument<string?>("PAIRED_FILE") { Description = messages["argument.pairedFile"], Arity = ArgumentArity.ZeroOrOne };
        var verb = new Command("check", messages["verb.check"]) { place, paired, options.Json, options.MaximumWarnings };
        verb.SetAction((parsed, cancel) => VerbRunner.RunAsync(parsed, options, messages, () => File.Exists(parsed.GetRequiredValue(place))
            ? Task.FromResult(CheckFiles(parsed, parsed.GetRequiredValue(place), parsed.GetValue(paired), options, messages))
            : CheckStudyAsync(parsed, parsed.GetRequiredValue(place), options, messages, cancel)));
        return verb;
    }

    static async Task<ExitCode> CheckStudyAsync(ParseResult parsed, string folder, CommonOptions options, Messages messages, CancellationToken cancel)
    {
        await using var progress = StageProgress.Start(messages);
        var read = ReadStudyFiles.Run(StudyPlace.Of(folder), progress, cancel);
        await progress.DisposeAsync();
        var files = read.Files.Select(ImportedFile.Checked).ToArray();
        if (parsed.GetValue(options.Json))
            ImportJson.Write(Console.Out, files);
        else
            CheckView.Write(Console.Out, read.Files, messages);
        return VerbRunner.Judge(files, parsed.GetValue(options.MaximumWarnings), messages);
    }

    static ExitCode CheckFiles(ParseResult parsed, string file, string? pairedFile, CommonOptions options, Messages messages)
    {
        if (pairedFile is not null && !File.Exists(pairedFile))
            throw new BrokenContractException([new ContractProblem(ContractProblemKind.SourceFileMissing, pairedFile, Expected: pairedFile)]);
        var files = CheckExports.Run(file, pairedFile);
        if (parsed.GetValue(options.Json))
            ExportJson.Write(Console.Out, files);
        else
            ExportView.Write(Console.Out, files, messages);
        if (files.Any(one => one.Reading.IsRefused))
            return ExitCode.ContractBroken;
        return VerbRunner.Judge(files.Sum(one => one.Reading.Defects.Sum(defect => defect.Count)), parsed.GetValue(options.MaximumWarnings), messages);
    }
}
