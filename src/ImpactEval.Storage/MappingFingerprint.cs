using ImpactEval.Studies;

namespace ImpactEval.Storage;

/// <summary>
/// Fingerprint of everything besides the file's bytes that shapes its records: the source's declaration, the instruments, questions, waves,
/// groups and cohorts it is read with, and the program that reads. When one of them changes, the file is read again.
/// </summary>
static class MappingFingerprint
{
    /// <summary>A newer program may read a file better, so it reads all files again.</summary>
    static readonly string Reader = typeof(MappingFingerprint).Assembly.GetName().Version?.ToString() ?? "";

    static readonly LocalText NotLookedAt = new("");

    public static string Of(Study study, Source source)
    {
        var used = source.Assessments.Select(block => block.Instrument).Distinct().Select(study.Instrument);
        return Fingerprint.Of(new
        {
            Reader,
            Source = source with { Title = NotLookedAt, File = "" },
            Instruments = used.Select(Content),
            study.Questions,
            study.Waves,
            study.Groups,
            study.Cohorts,
            study.Checks,
        });
    }

    /// <summary>The part of an instrument that gives its scores their positions and range; how they are added up is decided at evaluation.</summary>
    public static object Content(Instrument instrument) => new { instrument.Code, instrument.Scale, instrument.Items };
}
