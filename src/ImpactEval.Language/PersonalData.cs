using System.Text;

namespace ImpactEval.Language;

public enum PersonalDataKind { Person, Phone, Email, Id }

/// <param name="Span">Where it stands in the text as it was given.</param>
public readonly record struct PersonalSpan(TextSpan Span, PersonalDataKind Kind);

/// <summary>A text whose personal data are replaced by placeholders, and where they stood in the original.</summary>
public sealed record RedactedText(string Value, IReadOnlyList<PersonalSpan> Spans);

/// <summary>
/// Takes names, telephone numbers, e-mail addresses and numbers of identity papers out of a text. Rules, not a model: an honorific or a family
/// name before capitals, the shapes of numbers, and what only looks like it (streets, schools and provinces named after people, offices).
/// </summary>
public static class PersonalData
{
    public static RedactedText Redact(string text) => Redact(text, NameList.None);

    /// <param name="roster">The people of the study; they are found in any spelling of capitals and without tone marks.</param>
    public static RedactedText Redact(string text, NameList roster)
    {
        var spans = Find(text, roster);
        return new RedactedText(Replace(text, spans), spans);
    }

    /// <summary>The word that stands in a redacted text, in Vietnamese like the texts themselves.</summary>
    public static string Placeholder(PersonalDataKind kind) => kind switch
    {
        PersonalDataKind.Person => "[tên]",
        PersonalDataKind.Phone => "[số điện thoại]",
        PersonalDataKind.Email => "[thư điện tử]",
        PersonalDataKind.Id => "[số giấy tờ]",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    static List<PersonalSpan> Find(string text, NameList roster)
    {
        var normalised = NormalisedText.Of(text);
        var found = new List<PersonalSpan>();
        Add(PersonalDataKind.Email, PersonalNumbers.Emails(normalised.Value));
        Add(PersonalDataKind.Id, PersonalNumbers.IdNumbers(normalised.Value));
        Add(PersonalDataKind.Phone, PersonalNumbers.Phones(normalised.Value));
        Add(PersonalDataKind.Person, roster.In(normalised.Value));
        Add(PersonalDataKind.Person, PersonNames.In(normalised.Value));
        found.Sort((a, b) => a.Span.Start.CompareTo(b.Span.Start));
        return [.. found.Select(span => span with { Span = normalised.OriginalSpan(span.Span) })];

        void Add(PersonalDataKind kind, IEnumerable<TextSpan> spans)
        {
            foreach (var span in spans)
            {
                if (!found.Any(other => other.Span.Overlaps(span)))
                    found.Add(new PersonalSpan(span, kind));
            }
        }
    }

    static string Replace(string text, List<PersonalSpan> spans)
    {
        if (spans.Count == 0)
            return text;
        var redacted = new StringBuilder(text.Length);
        var at = 0;
        foreach (var (span, kind) in spans)
        {
            redacted.Append(text, at, span.Start - at).Append(Placeholder(kind));
            at = span.End;
        }
        return redacted.Append(text, at, text.Length - at).ToString();
    }
}
