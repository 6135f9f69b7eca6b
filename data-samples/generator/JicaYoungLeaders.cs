namespace ImpactEval.Samples;

/// <summary>The sample study of six courses for young leaders of cities. Nobody in it is real.</summary>
public static class JicaYoungLeaders
{
    public const string Code = "jica-young-leaders";

    /// <summary>Seed of the sample in the repository; chosen so that every kind of planted defect finds a person.</summary>
    public const ulong DefaultSeed = 20240917;

    public const int DefaultPeople = Background.RoundSize;

    /// <summary>Makes a sample; another seed gives other people of the same truth.</summary>
    public static SampleStudy Generate(ulong seed = DefaultSeed, int people = DefaultPeople)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(people);
        var participants = Roster.Of(seed, people);
        var responses = new List<RawResponse>();
        foreach (var participant in participants)
        {
            var answers = ResponseModel.Of(seed, participant.Background);
            var dates = Calendar.Of(seed, participant.Background);
            for (var index = 0; index < answers.Length; index++)
            {
                if (answers[index] is { } values)
                {
                    var (instrument, wave) = Instruments.Occasions[index];
                    responses.Add(new RawResponse(participant, wave, instrument, dates.At(instrument, wave), values));
                }
            }
        }
        return new SampleStudy(seed, participants, responses);
    }

    /// <summary>Writes the study file, its source files and what is true of the sample into a folder.</summary>
    public static void Write(SampleStudy study, string folder)
    {
        ArgumentNullException.ThrowIfNull(study);
        var corpus = Corpus.Of(study);
        new StudyFolder(folder).Write(study, corpus);
    }

    /// <summary>The estimands of <c>truth/truth.json</c>; they do not depend on the sample's seed.</summary>
    /// <param name="people">Simulated people, rounded up to whole rounds of the programme.</param>
    public static Truth Truth(int people = 1_000_000) => Samples.Truth.Simulate(people);

    /// <summary>Simulates the truth and writes <c>truth/truth.json</c>; takes some seconds.</summary>
    public static void WriteTruth(string folder) => new StudyFolder(folder).Write(Truth());
}
