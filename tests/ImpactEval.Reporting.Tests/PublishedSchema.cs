using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ImpactEval.Reporting.Tests;

/// <summary>
/// Checks JSON against <see cref="FindingsSchema"/>. The validators at hand know no draft later than 7; a keyword that is not known here
/// fails the check.
/// </summary>
static class PublishedSchema
{
    static readonly JsonObject Root = JsonNode.Parse(FindingsSchema.Text)!.AsObject();

    public static IReadOnlyList<string> Offences(string json) => [.. Check(JsonNode.Parse(json), Root, "$")];

    static IEnumerable<string> Check(JsonNode? value, JsonObject schema, string path) =>
        schema.SelectMany(rule => Rule(value, rule.Key, rule.Value!, schema, path));

    static IEnumerable<string> Rule(JsonNode? value, string keyword, JsonNode rule, JsonObject schema, string path) => keyword switch
    {
        "$schema" or "$id" or "$defs" or "title" or "description" => [],
        "$ref" => Check(value, Root["$defs"]![rule.GetValue<string>()["#/$defs/".Length..]]!.AsObject(), path),
        "anyOf" => rule.AsArray().Any(choice => !Check(value, choice!.AsObject(), path).Any()) ? [] : [$"{path}: none of anyOf"],
        "type" => Unless(rule is JsonArray types ? types.Any(type => IsOf(value, type!.GetValue<string>())) : IsOf(value, rule.GetValue<string>()), path, keyword),
        "properties" => value is JsonObject all
            ? rule.AsObject().Where(property => all.ContainsKey(property.Key)).SelectMany(property => Check(all[property.Key], property.Value!.AsObject(), $"{path}.{property.Key}"))
            : [],
        "required" => value is JsonObject given ? rule.AsArray().Where(name => !given.ContainsKey(name!.GetValue<string>())).Select(name => $"{path}: {name} is missing") : [],
        "additionalProperties" => value is JsonObject some ? some.Where(property => schema["properties"]![property.Key] is null).Select(property => $"{path}: {property.Key} is unknown") : [],
        "items" => value is JsonArray list ? list.SelectMany((item, position) => Check(item, rule.AsObject(), $"{path}[{position}]")) : [],
        "enum" => Unless(rule.AsArray().Any(word => JsonNode.DeepEquals(word, value)), path, keyword),
        "minimum" => Unless(Number(value) is not { } number || number >= rule.GetValue<double>(), path, keyword),
        "maximum" => Unless(Number(value) is not { } number || number <= rule.GetValue<double>(), path, keyword),
        "exclusiveMinimum" => Unless(Number(value) is not { } number || number > rule.GetValue<double>(), path, keyword),
        "exclusiveMaximum" => Unless(Number(value) is not { } number || number < rule.GetValue<double>(), path, keyword),
        "minLength" => Unless(Text(value) is not { } text || text.Length >= rule.GetValue<int>(), path, keyword),
        "maxLength" => Unless(Text(value) is not { } text || text.Length <= rule.GetValue<int>(), path, keyword),
        "pattern" => Unless(Text(value) is not { } text || Regex.IsMatch(text, rule.GetValue<string>(), RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)), path, keyword),
        "format" => Unless(Text(value) is not { } text || DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _), path, keyword),
        _ => throw new NotSupportedException($"{path}: keyword {keyword}"),
    };

    static string[] Unless(bool kept, string path, string keyword) => kept ? [] : [$"{path}: {keyword}"];

    static bool IsOf(JsonNode? value, string type) => type switch
    {
        "null" => value is null,
        "object" => value is JsonObject,
        "array" => value is JsonArray,
        "string" => Text(value) is not null,
        "boolean" => value?.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
        "number" => Number(value) is not null,
        "integer" => Number(value) is { } number && double.IsInteger(number),
        _ => throw new NotSupportedException(type),
    };

    static string? Text(JsonNode? value) => value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    static double? Number(JsonNode? value) => value?.GetValueKind() == JsonValueKind.Number ? value.GetValue<double>() : null;
}
