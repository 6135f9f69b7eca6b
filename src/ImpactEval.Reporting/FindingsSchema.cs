namespace ImpactEval.Reporting;

/// <summary>The JSON Schema (draft 2020-12) of what <see cref="FindingsJson"/> writes, published with the product.</summary>
public static class FindingsSchema
{
    public static string Text { get; } = Read();

    static string Read()
    {
        var owner = typeof(FindingsSchema);
        using var stream = owner.Assembly.GetManifestResourceStream("findings.schema.json")
            ?? throw new InvalidOperationException("findings.schema.json is not part of the program.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
