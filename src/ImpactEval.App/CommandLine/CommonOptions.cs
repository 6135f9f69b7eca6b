using System.CommandLine;
using ImpactEval.Studies;

namespace ImpactEval.App.CommandLine;

/// <summary>Options that mean the same for every verb, and the study they work on.</summary>
sealed class CommonOptions
{
    public CommonOptions(Messages messages)
    {
        Study = new Argument<string>("STUDY") { Description = messages["argument.study"] };
        Output = new Option<string?>("--out") { Description = messages["option.out"], HelpName = "DIR" };
        Database = new Option<string?>("--database") { Description = messages["option.database"], HelpName = "DIR|URL" };
        Language = new Option<string>("--lang") { Description = messages["option.lang"], HelpName = "vi|en", Recursive = true };
        Language.AcceptOnlyFromAmong("vi", "en");
        Json = new Option<bool>("--json") { Description = messages["option.json"] };
        Verbose = new Option<bool>("--verbose") { Description = messages["option.verbose"], Recursive = true };
        Actor = new Option<string?>("--actor") { Description = messages["option.actor"], HelpName = "NAME", Recursive = true };
        MaximumWarnings = new Option<int?>("--max-warnings") { Description = messages["option.maxWarnings"], HelpName = "N" };
    }

    public Argument<string> Study { get; }
    public Option<string?> Output { get; }
    public Option<string?> Database { get; }
    public Option<string> Language { get; }
    public Option<bool> Json { get; }
    public Option<bool> Verbose { get; }
    public Option<string?> Actor { get; }
    public Option<int?> MaximumWarnings { get; }

    /// <summary>Vietnamese unless <c>--lang en</c> stands on the line; needed before parsing, since help and errors have a language too.</summary>
    public static TextLanguage LanguageOf(IReadOnlyList<string> arguments)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i] is "--lang=en" or "--lang:en" || (arguments[i] == "--lang" && i + 1 < arguments.Count && arguments[i + 1] == "en"))
                return TextLanguage.En;
        }
        return TextLanguage.Vi;
    }
}
