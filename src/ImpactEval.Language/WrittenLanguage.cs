namespace ImpactEval.Language;

/// <summary>The language a text is written in, as far as the text itself tells.</summary>
public enum WrittenLanguage { Unknown, Vietnamese, English, French, Japanese }

/// <param name="WithoutMarks">Vietnamese typed without tone marks and hats (<c>phan loai rac</c>).</param>
public readonly record struct DetectedLanguage(WrittenLanguage Language, bool WithoutMarks = false);
