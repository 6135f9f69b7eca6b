using System.Text;
using System.Text.Json;
using ImpactEval.App.Operations;
using ImpactEval.Storage;
using ImpactEval.Studies;

namespace ImpactEval.App.Terminal;

/// <summary>Pairs side by side. What tells a person is masked unless it is asked for.</summary>
sealed class MatchView(Study study, Messages messages, bool show)
{
    readonly IReadOnlyList<(string Word, string Fact)> compared = study.Matching is { } plan ? ReviewList.Compared(plan) : [];

    public void Write(TextWriter output, IReadOnlyList<PairToReview> pairs)
    {
        output.WriteLine(messages.Format("match.count", pairs.Count));
        foreach (var pair in pairs)
        {
            output.WriteLine();
            var state = pair.Verdict is { } verdict
                ? messages.Format("match.decided", messages[$"match.{Word.Of(verdict.Verdict)}"], verdict.DecidedBy, verdict.DecidedAt)
                : messages.Format("match.estimated", messages[$"match.method.{Word.Of(pair.Pair.Method)}"], pair.Pair.FalseMatch.ToString("P1", messages.Culture));
            output.WriteLine($"{pair.PairId}  {state}");
            foreach (var (title, first, second) in Facts(pair))
                output.WriteLine($"  {title,-14}{first} │ {second}");
        }
    }

    public void WriteJson(TextWriter output, IReadOnlyList<PairToReview> pairs) => JsonText.Write(output, json =>
    {
        json.WriteStartArray();
        foreach (var pair in pairs)
            Write(json, pair);
        json.WriteEndArray();
    });

    void Write(Utf8JsonWriter json, PairToReview pair)
    {
        json.WriteStartObject();
        json.WriteString("pair", pair.PairId);
        json.WriteString("method", Word.Of(pair.Pair.Method));
        json.WriteNumber("falseMatch", pair.Pair.FalseMatch);
        json.WriteBoolean("linked", pair.Pair.IsLinked);
        json.WriteString("verdict", pair.Verdict is { } verdict ? Word.Of(verdict.Verdict) : null);
        json.WriteString("decidedBy", pair.Verdict?.DecidedBy);
        json.WriteString("decidedAt", pair.Verdict?.DecidedAt);
        Write(json, "first", pair.First);
        Write(json, "second", pair.Second);
        json.WriteEndObject();
    }

    void Write(Utf8JsonWriter json, string name, KnownPerson person)
    {
        json.WriteStartObject(name);
        json.WriteString("code", Shown(person.Code));
        foreach (var (word, fact) in compared)
            json.WriteString(word, Shown(person.Facts.GetValueOrDefault(fact, "")));
        json.WriteEndObject();
    }

    IEnumerable<(string Title, string First, string Second)> Facts(PairToReview pair) => compared
        .Select(field => (messages[$"match.field.{field.Word}"], Shown(pair.First.Facts.GetValueOrDefault(field.Fact, "")), Shown(pair.Second.Facts.GetValueOrDefault(field.Fact, ""))))
        .Prepend((messages["match.field.code"], Shown(pair.First.Code), Shown(pair.Second.Code)));

    string Shown(string text) => show ? text : Masked(text);

    /// <summary>The first letter of every word stays; the rest, and every digit, is a dot.</summary>
    static string Masked(string text)
    {
        var masked = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            var isFirstLetter = char.IsLetter(text[at]) && (at == 0 || !char.IsLetterOrDigit(text[at - 1]));
            masked.Append(isFirstLetter || !char.IsLetterOrDigit(text[at]) ? text[at] : '•');
        }
        return masked.ToString();
    }
}
