namespace ExcelNumberFormat;

enum SectionKind { Number, Date, Duration, Text }

enum TokenKind
{
    /// <summary>Characters that are shown as they stand.</summary>
    Literal,
    /// <summary>Separates the parts of a date, in the culture's way; of fractions, which are not supported.</summary>
    Slash,
    /// <summary>Separates the parts of a time, in the culture's way.</summary>
    Colon,
    /// <summary><c>0</c>, <c>#</c> or <c>?</c>.</summary>
    Digit,
    DecimalPoint,
    Comma,
    Percent,
    /// <summary><c>E+</c> or <c>E-</c>.</summary>
    Exponent,
    General,
    /// <summary><c>@</c>: the text itself.</summary>
    Text,
    Year,
    /// <summary><c>m</c> before its neighbours say whether months or minutes are meant.</summary>
    Month,
    Day,
    Hour,
    Minute,
    Second,
    /// <summary>The digits after the decimal point of a second.</summary>
    SecondFraction,
    /// <summary><c>AM/PM</c> or <c>A/P</c>.</summary>
    HalfDay,
    ElapsedHours,
    ElapsedMinutes,
    ElapsedSeconds,
}

/// <param name="Written">The token as it stands in the format.</param>
readonly record struct Token(TokenKind Kind, string Written)
{
    /// <summary>What the token shows where it has no other meaning.</summary>
    public string Shown =>
        Kind is TokenKind.Literal or TokenKind.Slash or TokenKind.Colon or TokenKind.Percent or TokenKind.DecimalPoint or TokenKind.Comma
        ? Written
        : "";
}

/// <summary>The numbers a section is for, e.g. <c>[&gt;=100]</c>.</summary>
readonly record struct Condition(string Comparison, double Limit)
{
    public bool Holds(double number) => Comparison switch
    {
        "<" => number < Limit,
        "<=" => number <= Limit,
        ">" => number > Limit,
        ">=" => number >= Limit,
        "=" => number == Limit,
        "<>" => number != Limit,
        _ => throw new InvalidOperationException($"Unknown comparison {Comparison}."),
    };

    /// <summary>Only negative numbers come here, so the section writes its own sign, or none.</summary>
    public bool OnlyNegative => (Comparison == "<" && Limit <= 0) || (Comparison is "<=" or "=" && Limit < 0);
}

/// <summary>One of the parts between semicolons.</summary>
sealed record Section(SectionKind Kind, Condition? Condition, IReadOnlyList<Token> Tokens);
