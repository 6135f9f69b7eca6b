using System.CommandLine;
using System.CommandLine.Help;
using System.Globalization;
using System.Text;

namespace ImpactEval.App.CommandLine;

/// <summary>The grammar <c>impacteval VERB STUDY [options]</c>.</summary>
public static class Verbs
{
    public static async Task<int> RunAsync(string[] arguments)
    {
        // What the program prints depends on --lang alone, never on the machine's settings.
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

        var messages = new Messages(CommonOptions.LanguageOf(arguments));
        var root = For(messages);
        var parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0 && parsed.Action is not HelpTextAction and not VersionAction)
        {
            UsageProblem.Write(Console.Error, parsed, messages);
            return (int)ExitCode.Usage;
        }
        return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }

    static RootCommand For(Messages messages)
    {
        var options = new CommonOptions(messages);
        var root = new RootCommand(messages["program"]);
        root.Options.Clear();
        root.Add(options.Language);
        root.Add(options.Verbose);
        root.Add(options.Actor);
        root.Add(new Option<bool>("--version") { Description = messages["option.version"], Action = new VersionAction() });
        root.Add(new HelpOption("--help", ["-h", "-?"]) { Description = messages["option.help"], Action = new HelpTextAction(messages) });
        root.Add(EvaluateVerb.Build(options, messages));
        root.Add(CheckVerb.Build(options, messages));
        root.Add(ImportVerb.Build(options, messages));
        root.Add(MatchVerb.Build(options, messages));
        root.Add(ReportVerb.Build(options, messages));
        root.Add(ImportsVerb.Build(options, messages));
        root.Add(UndoVerb.Build(options, messages));
        root.Add(EraseVerb.Build(options, messages));
        root.Add(BackupVerb.Build(options, messages));
        root.Add(RestoreVerb.Build(options, messages));
        root.Add(MigrateVerb.Build(options, messages));
        root.Add(AuditVerb.Build(options, messages));
        root.Add(DoctorVerb.Build(options, messages));
        root.Add(SchemaVerb.Build(options, messages));
        root.Add(StatisticVerb.Build(options, messages));
        root.Add(SelfTestVerb.Build(options, messages));
        root.SetAction(parsed => new HelpTextAction(messages).Invoke(parsed));
        return root;
    }
}
