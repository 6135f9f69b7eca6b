using ImpactEval.Storage.Databases;

namespace ImpactEval.Storage.Vaults;

/// <summary>
/// What gives a person away in somebody else's words: their codes, their name, and every other entry of their identity (e-mail, telephone …).
/// </summary>
sealed class PersonMarks
{
    /// <summary>Shorter words (a sex, a year of birth, a single name) belong to many people.</summary>
    const int ShortestMark = 5;

    const string Blot = "[…]";

    /// <summary>The texts of other people as they were written.</summary>
    static readonly (string Table, string Column)[] Texts = [("answer_original", "body"), ("quarantine_raw", "found")];

    readonly IReadOnlyList<string> marks;

    PersonMarks(IReadOnlyList<string> marks) => this.marks = marks;

    /// <param name="identities">Identities as canonical JSON.</param>
    public static PersonMarks Of(IReadOnlyList<string> codes, IReadOnlyList<string> identities) => new(
        [
            .. codes.Concat(identities.SelectMany(identity => CanonicalJson.Read<Dictionary<string, string>>(identity).Values))
                .Select(mark => mark.Trim())
                .Where(mark => mark.Length >= ShortestMark)
                .Distinct(StringComparer.OrdinalIgnoreCase)
                // The longest first: a mark may stand inside another.
                .OrderByDescending(mark => mark.Length).ThenBy(mark => mark, StringComparer.Ordinal),
        ]);

    /// <returns>How many texts held a mark.</returns>
    public async Task<int> BlotOutAsync(Session session)
    {
        if (marks.Count == 0)
            return 0;
        var blotted = 0;
        foreach (var (table, column) in Texts)
        {
            var rows = await session.QueryAsync<TextRow>($"SELECT import_id AS ImportId, number AS Number, {column} AS Body FROM {table}");
            foreach (var row in rows.Where(row => marks.Any(mark => row.Body.Contains(mark, StringComparison.OrdinalIgnoreCase))))
            {
                var body = marks.Aggregate(row.Body, (text, mark) => text.Replace(mark, Blot, StringComparison.OrdinalIgnoreCase));
                blotted += await session.ExecuteAsync($"UPDATE {table} SET {column} = @body WHERE import_id = @importId AND number = @number", new { body, importId = row.ImportId, number = row.Number });
            }
        }
        return blotted;
    }

    sealed record TextRow
    {
        public required long ImportId { get; init; }
        public required int Number { get; init; }
        public required string Body { get; init; }
    }
}
