namespace ImpactEval.Language;

/// <summary>Which encoding a file is taken to be in, to be shown, stored with the import and overridden.</summary>
/// <param name="Encoding">One of <see cref="TextDecoder.Encodings"/>.</param>
/// <param name="HasByteOrderMark">The file says so itself with its first bytes, which are no text.</param>
public sealed record EncodingAssumption(string Encoding, bool HasByteOrderMark = false)
{
    /// <summary>The user stated it; else it was detected.</summary>
    public bool IsStated { get; init; }

    /// <summary>Unicode with marks apart from their letters (NFD), as macOS and some web forms write it; it is read composed.</summary>
    public bool IsDecomposed { get; init; }

    /// <summary>Probability, from 0 to 1, that no other reading is right; 1 when stated or marked.</summary>
    public double Confidence { get; init; } = 1;

    /// <summary>The next likeliest encoding that would read another text, or null.</summary>
    public string? RunnerUp { get; init; }

    /// <summary>Not Unicode, and not plain ASCII.</summary>
    public bool IsLegacy => TextDecoder.IsLegacy(Encoding);
}
