using System.Globalization;
using System.Text.RegularExpressions;

namespace ImpactEval.Samples;

/// <summary>A composed text, the theme it was written about and what was asked for.</summary>
sealed record Composed(string Theme, string Role, string Text);

/// <summary>Puts one person's answers together: a core of the theme, at times a detail of the same theme, places and figures filled in.</summary>
sealed partial class AnswerWriter(SentenceBank bank, Participant participant, bool english, double[]? areas)
{
    readonly HashSet<string> said = [];

    /// <summary>Themes people speak of when asked for something, and how readily.</summary>
    static readonly Dictionary<string, (string Theme, double Weight)[]> ThemesOf = new()
    {
        ["useful"] = [("site_visits", 30), ("waste_sorting", 18), ("one_stop", 18), ("urban_transport", 18), ("action_plan", 16)],
        ["applied"] = [("waste_sorting", 26), ("one_stop", 26), ("urban_transport", 20), ("action_plan", 22)],
        ["barrier"] = [("budget_barrier", 70), ("language", 30)],
        ["enabler"] = [("leader_enabler", 66), ("action_plan", 18), ("site_visits", 16)],
        ["proposal"] = [("next_course", 54), ("language", 21), ("site_visits", 15), ("action_plan", 10)],
    };

    // Openings of speech that fit before any sentence.
    static readonly string[] Spoken = ["Vâng, ", "Dạ, ", "Dạ vâng, ", "À, ", "Nói thật, ", "Thực ra, ", "Thú thật, "];

    const double DetailShare = 0.5, SpokenShare = 0.22, ShortShare = 0.35;

    /// <summary>A few words or a sentence or two, as written into a form.</summary>
    public Composed Written(Chance chance, string role) =>
        chance.Happens(ShortShare) ? Compose(chance, role, SentenceForm.Short) ?? Told(chance, role) : Told(chance, role);

    /// <summary>Whole sentences, as said in a review seminar.</summary>
    public Composed Told(Chance chance, string role) =>
        Compose(chance, role, SentenceForm.Core) ?? throw new InvalidOperationException($"The bank has no more sentences for {role}.");

    /// <summary>Whole sentences, as said in an interview.</summary>
    public Composed Said(Chance chance, string role)
    {
        var told = Told(chance, role);
        return english || !chance.Happens(SpokenShare) ? told : told with { Text = chance.Pick(Spoken) + LowerFirst(told.Text) };
    }

    public Composed Greeting(Chance chance) =>
        bank.Take(chance, bank.Greetings, said) is { } greeting ? new Composed(greeting.Theme, greeting.Role, greeting.Text) : new Composed(SentenceBank.Uninformative, "opening", "Vâng.");

    Composed? Compose(Chance chance, string role, SentenceForm form)
    {
        var source = english ? bank.English : bank.Vietnamese;
        var fitting = source.Where(sentence => sentence.Role == role && sentence.Form == form).ToList();
        var theme = ThemeFor(chance, role);
        var core = bank.Take(chance, fitting.Where(sentence => sentence.Theme == theme), said) ?? bank.Take(chance, fitting, said);
        if (core is null)
            return null;
        var text = Fill(chance, core.Text);
        if (form == SentenceForm.Core && chance.Happens(DetailShare))
        {
            var details = source.Where(sentence => sentence.Form == SentenceForm.Detail && sentence.Theme == core.Theme && sentence.Role == role);
            if (bank.Take(chance, details, said) is { } detail)
                text = $"{text} {Fill(chance, detail.Text)}";
        }
        return new Composed(core.Theme, role, text);
    }

    /// <summary>People rather speak of the fields in which they said they applied something.</summary>
    string ThemeFor(Chance chance, string role)
    {
        var themes = ThemesOf[role];
        var weights = themes.Select(theme => role == "applied" ? theme.Weight * InterestIn(theme.Theme) : theme.Weight).ToArray();
        return themes[chance.PickWeighted(weights)].Theme;
    }

    double InterestIn(string theme)
    {
        const double ticked = 2;
        int[] choices = theme switch
        {
            "urban_transport" => [0, 1, 2],
            "waste_sorting" => [3],
            "one_stop" => [4],
            _ => [],
        };
        return areas is not null && Array.Exists(choices, choice => areas[choice] == 1) ? ticked : 1;
    }

    /// <summary>Fills in {tp} the city, {dv} the person's own unit, {3-8} a number of that range.</summary>
    string Fill(Chance chance, string text)
    {
        string[] units = ["tỉnh", "thành phố", "sở", "phường"];
        var filled = text
            .Replace("{tp}", $"thành phố {participant.City}", StringComparison.Ordinal)
            .Replace("{dv}", units[participant.Background.Level], StringComparison.Ordinal);
        return Range().Replace(filled, match => chance
            .NextInt(int.Parse(match.Groups["low"].Value, CultureInfo.InvariantCulture), int.Parse(match.Groups["high"].Value, CultureInfo.InvariantCulture))
            .ToString(CultureInfo.InvariantCulture));
    }

    static string LowerFirst(string text) =>
        text.StartsWith("Kaizen", StringComparison.Ordinal) ? text : char.ToLowerInvariant(text[0]) + text[1..];

    [GeneratedRegex(@"\{(?<low>[0-9]+)-(?<high>[0-9]+)\}", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Range();
}
