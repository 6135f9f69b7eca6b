using System.CommandLine;
using ImpactEval.App.Operations;
using ImpactEval.App.Terminal;
using ImpactEval.Reporting;
using ImpactEval.Studies;

namespace ImpactEval.App.CommandLine;

/// <summary><c>impacteval match review|accept|reject|undo|export|import STUDY …</c>: a person decides where the program may not.</summary>
static class MatchVerb
{
    public static Command Build(CommonOptions options, Messages messages) => new("match", messages["verb.match"])
    {
        Review(options, messages),
        Decide("accept", MatchVerdict.Same, options, messages),
        Decide("reject", MatchVerdict.Different, options, messages),
        Decide("undo", null, options, messages),
        Export(options, messages),
        Import(options, messages),
    };

    static Command Review(CommonOptions options, Messages messages)
    {
        var show = new Option<bool>("--show") { Description = messages["option.show"] };
        var all = new Option<bool>("--all") { Description = messages["option.allPairs"] };
        var verb = new Command("review", messages["verb.match.review"]) { options.Study, show, all, options.Database, options.Json };
        verb.SetAction((parsed, cancel) => VerbRunner.RunAsync(parsed, options, messages, async () =>
        {
            var (study, pairs) = await ReviewMatches.LoadAsync(StudyPlace.Of(parsed, options), cancel);
            var shown = parsed.GetValue(all) ? pairs : [.. pairs.Where(pair => !pair.Pair.IsLinked && pair.Verdict is null)];
            var view = new MatchView(study, messages, parsed.GetValue(show));
            if (parsed.GetValue(options.Json))
                view.WriteJson(Console.Out, shown);
            else
                view.Write(Console.Out, shown);
            return ExitCode.Done;
        }));
        return verb;
    }

    static Command Decide(string name, MatchVerdict? verdict, CommonOptions options, Messages messages)
    {
        var pairs = new Argument<string[]>("PAIR_ID") { Description = messages["argument.pair"], Arity = ArgumentArity.OneOrMore };
        var by = DecidedBy(messages);
        var verb = new Command(name, messages[$"verb.match.{name}"]) { options.Study, pairs, by, options.Database };
        verb.SetAction((parsed, cancel) => VerbRunner.RunAsync(parsed, options, messages, async () =>
        {
            OfficerVerdict[] verdicts = [.. parsed.GetRequiredValue(pairs).Distinct(StringComparer.OrdinalIgnoreCase).Select(pair => new OfficerVerdict(pair, verdict))];
            var place = StudyPlace.Of(parsed, options);
            var open = await ReviewMatches.DecideAsync(place, verdicts, place.Folder, parsed.GetRequiredValue(by), TimeProvider.System, cancel);
            Console.Out.WriteLine(messages.Format("match.taken", verdicts.Length, open));
            return ExitCode.Done;
        }));
        return verb;
    }

    static Command Export(CommonOptions options, Messages messages)
    {
        var file = new Argument<string>("FILE") { Description = messages["argument.reviewFile"] };
        var verb = new Command("export", messages["verb.match.export"]) { options.Study, file, options.Database };
        verb.SetAction((parsed, cancel) => VerbRunner.RunAsync(parsed, options, messages, async () =>
        {
            var (study, pairs) = await ReviewMatches.LoadAsync(StudyPlace.Of(parsed, options), cancel);
            var path = parsed.GetRequiredValue(file);
            var list = ReviewList.Of(study, [.. pairs.Where(pair => !pair.Pair.IsLinked && pair.Verdict is null)], messages);
            WritePrivate(path, output =>
            {
                if (path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
                    ReviewFile.WriteText(list, output);
                else
                    ReviewFile.WriteWorkbook(list, output);
            });
            Console.Out.WriteLine(messages.Format("match.exported", list.Rows.Count, path));
            return ExitCode.Done;
        }));
        return verb;
    }

    static Command Import(CommonOptions options, Messages messages)
    {
        var file = new Argument<string>("FILE") { Description = messages["argument.reviewFile"] };
        var by = DecidedBy(messages);
        var verb = new Command("import", messages["verb.match.import"]) { options.Study, file, by, options.Database };
        verb.SetAction((parsed, cancel) => VerbRunner.RunAsync(parsed, options, messages, async () =>
        {
            var path = parsed.GetRequiredValue(file);
            if (!File.Exists(path))
                throw new BrokenContractException([new ContractProblem(ContractProblemKind.SourceFileMissing, path, Expected: path)]);
            var verdicts = ReviewList.Read(path);
            var open = await ReviewMatches.DecideAsync(
                StudyPlace.Of(parsed, options), verdicts, Path.GetFileName(path), parsed.GetRequiredValue(by), TimeProvider.System, cancel);
            Console.Out.WriteLine(messages.Format("match.taken", verdicts.Count, open));
            return ExitCode.Done;
        }));
        return verb;
    }

    static Option<string> DecidedBy(Messages messages) =>
        new("--by") { Description = messages["option.by"], HelpName = "NAME", DefaultValueFactory = _ => Environment.UserName };

    /// <summary>The list holds names: nobody but its owner may read it.</summary>
    static void WritePrivate(string path, Action<Stream> write)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.ReadWrite };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var output = new FileStream(path, options);
        write(output);
    }
}
