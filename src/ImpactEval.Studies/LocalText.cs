namespace ImpactEval.Studies;

/// <summary>The languages a text can be written in; Vietnamese first.</summary>
public enum TextLanguage { Vi, En, Fr, Ja }

/// <summary>One text in up to four languages. Vietnamese is always there; a missing translation falls back to English, then to Vietnamese.</summary>
public sealed record LocalText(string Vi, string? En = null, string? Fr = null, string? Ja = null)
{
    public string In(TextLanguage language) => language switch
    {
        TextLanguage.Vi => Vi,
        TextLanguage.En => En ?? Vi,
        TextLanguage.Fr => Fr ?? En ?? Vi,
        TextLanguage.Ja => Ja ?? En ?? Vi,
        _ => throw new ArgumentOutOfRangeException(nameof(language), language, null),
    };
}
