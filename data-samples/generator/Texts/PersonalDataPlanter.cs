namespace ImpactEval.Samples;

/// <summary>Adds a sentence with an invented name, number or address to a few spoken or written answers.</summary>
static class PersonalDataPlanter
{
    static readonly string[] Questions = [Corpus.Interview, Corpus.Seminar, Corpus.Applied];

    // Ways people write a number; none of this block was given to anybody.
    static readonly string[] PhoneForms = ["0900 000 {0}", "0900.000.{0}", "0900000{0}", "+84 900 000 {0}"];

    public static IReadOnlyList<WrittenAnswer> Plant(ulong seed, List<WrittenAnswer> answers)
    {
        var chance = new Chance(seed, "personal-data");
        foreach (var sentence in Resources.Rows("bank/personal"))
        {
            var themes = sentence[1].Split(',');
            var places = Enumerable.Range(0, answers.Count).Where(place => Suits(answers[place], themes)).ToList();
            if (places.Count == 0)
                continue;
            var place = chance.Pick(places);
            answers[place] = With(chance, answers[place], sentence);
        }
        return answers;
    }

    /// <summary>The sentence goes where it makes sense: after what was done at home, or after a word on interpretation or the next course.</summary>
    static bool Suits(WrittenAnswer answer, string[] themes) =>
        answer.Language == "vi" && answer.PersonalData.Count == 0 && answer.Text.EndsWith('.') && Questions.Contains(answer.Question)
        && themes.Contains(answer.Theme) && (answer.Role == "applied" || answer.Theme is "language" or "next_course");

    static WrittenAnswer With(Chance chance, WrittenAnswer answer, string[] sentence)
    {
        var woman = sentence[2].Contains("chị {name}", StringComparison.Ordinal) || sentence[2].Contains("Cô {name}", StringComparison.Ordinal);
        var person = InventedPerson.Of(chance, woman, chance.NextInt(200, 999));
        var phone = string.Format(System.Globalization.CultureInfo.InvariantCulture, chance.Pick(PhoneForms), person.Phone[^3..]);
        var text = sentence[2];
        var planted = new List<PlantedName>();
        foreach (var kind in sentence[0].Split(','))
        {
            var found = kind switch { "name" => person.Name, "phone" => phone, _ => person.Email };
            text = text.Replace($"{{{kind}}}", found, StringComparison.Ordinal);
            planted.Add(new PlantedName(kind, found));
        }
        return answer with { Text = $"{answer.Text} {text}", PersonalData = planted };
    }
}
