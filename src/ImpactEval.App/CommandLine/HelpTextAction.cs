using System.CommandLine;
using System.CommandLine.Invocation;

namespace ImpactEval.App.CommandLine;

/// <summary>Help in the user's language, with examples that can be pasted. (The library's own help has no Vietnamese.)</summary>
sealed class HelpTextAction(Messages messages) : SynchronousCommandLineAction
{
    const int Indent = 2, Gap = 3;

    public override int Invoke(ParseResult parseResult)
    {
        Write(Console.Out, parseResult.CommandResult.Command);
        return (int)ExitCode.Done;
    }

    void Write(TextWriter output, Command command)
    {
        output.WriteLine(command.Description);
        Section(output, messages["help.usage"], [(Usage(command), "")]);
        Section(output, messages["help.verbs"], command.Subcommands.Select(verb => (verb.Name, verb.Description ?? "")));
        Section(output, messages["help.arguments"], command.Arguments.Select(argument => (argument.Name, argument.Description ?? "")));
        var inherited = command is RootCommand ? [] : command.Parents.OfType<Command>().SelectMany(parent => parent.Options).Where(option => option.Recursive);
        Section(output, messages["help.options"], command.Options.Concat(inherited).Select(option => (NameOf(option), option.Description ?? "")));
        Section(output, messages["help.examples"], Examples(command).Select(example => (example, "")));
    }

    static string Usage(Command command)
    {
        var verb = command is RootCommand ? "VERB" : PathOf(command, ' ');
        if (command is not RootCommand && command.Subcommands.Count > 0)
            verb += $" {string.Join('|', command.Subcommands.Select(action => action.Name))}";
        var holder = command.Subcommands.FirstOrDefault(_ => command is not RootCommand) ?? command;
        var arguments = command is RootCommand ? "STUDY" : string.Join(' ', holder.Arguments.Select(argument => argument.Name));
        return $"impacteval {verb} {arguments} [options]".Replace("  ", " ", StringComparison.Ordinal);
    }

    /// <summary><c>audit verify</c>: a verb and its action.</summary>
    public static string PathOf(Command command, char separator) =>
        command.Parents.OfType<Command>().FirstOrDefault(parent => parent is not RootCommand) is { } verb ? $"{verb.Name}{separator}{command.Name}" : command.Name;

    static string NameOf(Option option)
    {
        var names = string.Join(", ", option.Aliases.Where(alias => alias != "-?").Prepend(option.Name));
        return option.HelpName is { } value ? $"{names} {value}" : names;
    }

    string[] Examples(Command command) =>
        messages[command is RootCommand ? "examples.root" : $"examples.{PathOf(command, '.').Split('.')[0]}"].Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    static void Section(TextWriter output, string title, IEnumerable<(string Name, string Meaning)> rows)
    {
        var all = rows.ToArray();
        if (all.Length == 0)
            return;
        var width = all.Max(row => row.Name.Length) + Gap;
        output.WriteLine();
        output.WriteLine(title);
        foreach (var (name, meaning) in all)
            output.WriteLine((new string(' ', Indent) + name.PadRight(width) + meaning).TrimEnd());
    }
}
