using System.CommandLine;
using System.CommandLine.Parsing;
using ImpactEval.Ingestion;

namespace ImpactEval.App.CommandLine;

/// <summary>Says in the user's language what of a command line was not understood, and the nearest known word.</summary>
static class UsageProblem
{
    public static void Write(TextWriter error, ParseResult parsed, Messages messages)
    {
        var command = parsed.CommandResult.Command;
        foreach (var line in Problems(parsed, command, messages).Distinct())
            error.WriteLine(line);
        var verb = command is RootCommand ? "" : HelpTextAction.PathOf(command, ' ') + " ";
        error.WriteLine(messages.Format("usage.next", $"impacteval {verb}--help"));
    }

    static IEnumerable<string> Problems(ParseResult parsed, Command command, Messages messages)
    {
        if (parsed.UnmatchedTokens.Count > 0)
        {
            var known = command.Subcommands.Select(verb => verb.Name).Concat(command.Options.Select(option => option.Name)).ToArray();
            foreach (var token in parsed.UnmatchedTokens)
            {
                var nearest = NearestWord.To(token, known);
                yield return messages.Format("usage.unknown", token) + (nearest is null ? "" : " " + messages.Format("usage.nearest", nearest));
            }
            yield break;
        }
        foreach (var error in parsed.Errors)
        {
            yield return error.SymbolResult switch
            {
                ArgumentResult { Parent: OptionResult option } => Value(option, messages),
                OptionResult option => Value(option, messages),
                ArgumentResult argument => messages.Format("usage.missingArgument", argument.Argument.Name),
                CommandResult { Command: RootCommand } => messages["usage.missingVerb"],
                CommandResult verb => messages.Format("usage.missingArgument", string.Join(' ', verb.Command.Arguments.Select(argument => argument.Name))),
                _ => error.Message,
            };
        }
    }

    static string Value(OptionResult option, Messages messages) =>
        messages.Format("usage.optionValue", option.Option.Name, string.Join(' ', option.Tokens.Select(token => token.Value)), option.Option.HelpName ?? "");
}
