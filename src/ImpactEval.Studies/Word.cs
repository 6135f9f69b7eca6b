using System.Text.Json;

namespace ImpactEval.Studies;

/// <summary>The written word of an enum value (<c>RetrospectivePre</c> ⇄ <c>retrospective_pre</c>): the same in files, store, findings and sheets.</summary>
public static class Word
{
    public static string Of<T>(T value) where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());

    /// <returns>The value written as <paramref name="word"/>, or null when no value is written so.</returns>
    public static T? Parse<T>(string word) where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (Of(value) == word)
                return value;
        }
        return null;
    }

    public static IReadOnlyList<string> All<T>() where T : struct, Enum => [.. Enum.GetValues<T>().Select(Of)];
}
