namespace ExcelNumberFormat;

/// <summary>Settles what depends on neighbours in a date or time: minutes or months, and fractions of a second.</summary>
static class TimeTokens
{
    public static IReadOnlyList<Token> Settle(IReadOnlyList<Token> tokens)
    {
        var settled = new List<Token>();
        for (var position = 0; position < tokens.Count; position++)
        {
            var token = tokens[position];
            if (token.Kind == TokenKind.Month && token.Written.Length <= 2 && IsMinute(tokens, position))
            {
                settled.Add(token with { Kind = TokenKind.Minute });
            }
            else if (token.Kind == TokenKind.DecimalPoint && ZerosAfter(tokens, position) is > 0 and var digits)
            {
                settled.Add(new Token(TokenKind.SecondFraction, new string('0', digits)));
                position += digits;
            }
            else
            {
                settled.Add(token);
            }
        }
        return settled;
    }

    /// <summary><c>m</c> means minutes right after hours or right before seconds, whatever is written in between.</summary>
    static bool IsMinute(IReadOnlyList<Token> tokens, int position)
    {
        var before = tokens.Take(position).LastOrDefault(IsField).Kind;
        var after = tokens.Skip(position + 1).FirstOrDefault(IsField).Kind;
        return before is TokenKind.Hour or TokenKind.ElapsedHours || after is TokenKind.Second or TokenKind.ElapsedSeconds;
    }

    static bool IsField(Token token) => token.Kind >= TokenKind.Year;

    static int ZerosAfter(IReadOnlyList<Token> tokens, int position) =>
        tokens.Skip(position + 1).TakeWhile(token => token is { Kind: TokenKind.Digit, Written: "0" }).Count();
}
