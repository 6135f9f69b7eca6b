namespace ImpactEval.Samples;

/// <summary>One answer in a person's own words and what is true of it.</summary>
/// <param name="Number">Turn of an interview, from 1; 1 elsewhere.</param>
/// <param name="Role">What was asked for: useful, applied, barrier, enabler, proposal, or opening.</param>
/// <param name="Asked">The interviewer's question before it; null in questionnaires.</param>
/// <param name="PersonalData">Invented names, numbers and addresses planted in the text.</param>
public sealed record WrittenAnswer(
    Participant Participant,
    string Question,
    string Wave,
    int Number,
    DateOnly Date,
    string Theme,
    string Role,
    string Language,
    string Text,
    string? Asked,
    IReadOnlyList<PlantedName> PersonalData);

public sealed record PlantedName(string Kind, string Found);

/// <summary>All open answers of a sample, in the order person, question, number.</summary>
public sealed class Corpus
{
    public const string MostUseful = "most_useful", Proposal = "proposal", Applied = "applied", Seminar = "seminar", Interview = "interview";

    const double WrittenShare = 0.87, ProposalShare = 0.70, AppliedShare = 0.85, UninformativeShare = 0.09;
    const int InterviewsPerRound = 64, StatementsPerRound = 72, EnglishEvery = 15, EnglishPlace = 4;

    readonly SampleStudy study;
    readonly SentenceBank bank;
    readonly List<WrittenAnswer> answers = [];

    Corpus(SampleStudy study)
    {
        this.study = study;
        bank = new SentenceBank(study.Participants.Count);
    }

    public static IReadOnlyList<WrittenAnswer> Of(SampleStudy study)
    {
        ArgumentNullException.ThrowIfNull(study);
        var corpus = new Corpus(study);
        var rounds = (study.Participants.Count + Background.RoundSize - 1) / Background.RoundSize;
        var interviewed = corpus.Drawn("interviewed", InterviewsPerRound * rounds);
        var speakers = corpus.Drawn("speakers", StatementsPerRound * rounds);
        foreach (var participant in study.Participants)
            corpus.Write(participant, interviewed.Contains(participant.Code), speakers.Contains(participant.Code));
        return PersonalDataPlanter.Plant(study.Seed, corpus.answers);
    }

    /// <summary>The people drawn for something at follow-up, among those who can be reached then.</summary>
    HashSet<string> Drawn(string what, int count)
    {
        var reached = study.Participants.Where(participant => study.Find(participant, Instruments.Self, Waves.FollowUp) is not null).ToArray();
        new Chance(study.Seed, what).Shuffle(reached);
        return [.. reached.Take(count).Select(participant => participant.Code)];
    }

    void Write(Participant participant, bool interviewed, bool speaks)
    {
        var index = participant.Background.Index;
        var english = index % EnglishEvery == EnglishPlace;
        var areas = study.Find(participant, Instruments.Areas, Waves.FollowUp)?.Values;
        var writer = new AnswerWriter(bank, participant, english, areas);
        var language = english ? "en" : "vi";

        if (study.Find(participant, Instruments.Reaction, Waves.Post) is { } after)
        {
            Form(writer, after, MostUseful, "useful", WrittenShare, language);
            Form(writer, after, Proposal, "proposal", ProposalShare, language);
        }
        if (study.Find(participant, Instruments.Application, Waves.FollowUp) is { } later)
            Form(writer, later, Applied, "applied", AppliedShare, language);
        if (speaks)
            Statement(writer, participant, language);
        if (interviewed)
            Transcript(writer, participant, language);
    }

    void Form(AnswerWriter writer, RawResponse response, string question, string role, double share, string language)
    {
        var chance = new Chance(study.Seed, $"text/{question}", response.Participant.Background.Index);
        if (!chance.Happens(share))
            return;
        if (chance.Happens(UninformativeShare) && bank.Take(chance, bank.Empty, new HashSet<string>()) is { } empty)
            answers.Add(new WrittenAnswer(response.Participant, question, response.Wave, 1, response.Date, empty.Theme, role, "vi", empty.Text, null, []));
        else
            Add(response.Participant, question, response.Wave, 1, response.Date, writer.Written(chance, role), language, null);
    }

    void Statement(AnswerWriter writer, Participant participant, string language)
    {
        string[] roles = ["applied", "barrier", "enabler", "proposal", "useful"];
        double[] weights = [34, 20, 18, 18, 10];
        var chance = new Chance(study.Seed, "text/seminar", participant.Background.Index);
        var role = roles[chance.PickWeighted(weights)];
        var day = Calendar.SeminarOf(participant.Background, chance.NextInt(2));
        Add(participant, Seminar, Waves.FollowUp, 1, day, writer.Told(chance, role), language, null);
    }

    void Transcript(AnswerWriter writer, Participant participant, string language)
    {
        var chance = new Chance(study.Seed, "text/interview", participant.Background.Index);
        var guide = new InterviewGuide(language);
        var date = Calendar.WorkingDay(Calendar.Of(study.Seed, participant.Background).FollowUp.AddDays(chance.NextInt(1, 20)));
        var number = 0;
        foreach (var role in InterviewGuide.Roles(chance, withGreeting: language == "vi"))
        {
            var said = role == "opening" ? writer.Greeting(chance) : writer.Said(chance, role);
            Add(participant, Interview, Waves.FollowUp, ++number, date, said, language, guide.Ask(chance, role));
        }
    }

    void Add(Participant participant, string question, string wave, int number, DateOnly date, Composed text, string language, string? asked) =>
        answers.Add(new WrittenAnswer(participant, question, wave, number, date, text.Theme, text.Role, language, text.Text, asked, []));
}
