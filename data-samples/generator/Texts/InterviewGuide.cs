namespace ImpactEval.Samples;

/// <summary>What the interviewer asks: four to seven questions, none twice in one interview.</summary>
sealed class InterviewGuide(string language)
{
    const double GreetingShare = 0.2, UsefulShare = 0.65, SecondExampleShare = 0.4;

    readonly List<string[]> questions = [.. Resources.Rows(language == "en" ? "bank/questions_en" : "bank/questions")];

    /// <summary>What is asked for in one interview, in order.</summary>
    public static IReadOnlyList<string> Roles(Chance chance, bool withGreeting)
    {
        var roles = new List<string> { "applied", "barrier", "enabler", "proposal" };
        if (chance.Happens(SecondExampleShare))
            roles.Insert(1, "applied");
        if (chance.Happens(UsefulShare))
            roles.Insert(0, "useful");
        if (withGreeting && chance.Happens(GreetingShare))
            roles.Insert(0, "opening");
        return roles;
    }

    public string Ask(Chance chance, string role)
    {
        var asked = chance.Pick(questions.FindAll(question => question[0] == role));
        questions.Remove(asked);
        return asked[1];
    }
}
