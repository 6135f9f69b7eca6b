using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ImpactEval.Evaluation;
using ImpactEval.Statistics;
using ImpactEval.Studies;

namespace ImpactEval.Reporting;

/// <summary>
/// Findings as JSON, in one form only: every property in the order of its record, enum values as their words, days as yyyy-MM-dd, numbers
/// in the shortest form that reads back exactly, two spaces, line feeds, Vietnamese letters as they are. <see cref="FindingsSchema"/> describes it.
/// </summary>
public static class FindingsJson
{
    // Nothing is escaped for pages; whoever puts the text into one escapes it there.
    static readonly FindingsContext Context = new(new JsonSerializerOptions(FindingsContext.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <exception cref="ArgumentException">A number is not finite.</exception>
    public static string Write(Findings findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        return JsonSerializer.Serialize(findings, Context.Findings) + "\n";
    }

    /// <exception cref="JsonException">Not the JSON of findings: a property is missing, unknown or of another kind.</exception>
    public static Findings Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return JsonSerializer.Deserialize(json, Context.Findings) ?? throw new JsonException("The text holds no findings.");
    }
}

/// <summary>Reading and writing are generated at build time, so that a short run need not find out the types first.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true,
    IndentSize = 2,
    NewLine = "\n",
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters =
    [
        typeof(WordConverter<ChangeKind>),
        typeof(WordConverter<EffectSizeKind>),
        typeof(WordConverter<IntervalMethod>),
        typeof(WordConverter<Alternative>),
        typeof(WordConverter<NotEstimableReason>),
        typeof(WordConverter<SponsorCalendar>),
        typeof(WordConverter<SourceFormat>),
        typeof(WordConverter<DateOrder>),
        typeof(WordConverter<LayoutRemark>),
        typeof(WordConverter<RowProblemKind>),
        typeof(WordConverter<MatchMethod>),
    ])]
[JsonSerializable(typeof(Findings))]
sealed partial class FindingsContext : JsonSerializerContext;

/// <summary>Enum values as the words of the field.</summary>
sealed class WordConverter<T> : JsonConverter<T> where T : struct, Enum
{
    static readonly Dictionary<T, string> Words = Enum.GetValues<T>().ToDictionary(value => value, Word.Of);
    static readonly Dictionary<string, T> Values = Words.ToDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && Values.TryGetValue(reader.GetString()!, out var value)
            ? value
            : throw new JsonException($"Not one of {string.Join(", ", Values.Keys)}.");

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(Words[value]);
}
