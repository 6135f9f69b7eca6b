using System.Globalization;
using System.Text;

namespace ExcelNumberFormat;

/// <summary>Writes a number with the digits, separators and literals of a section.</summary>
static class NumberText
{
    public static string Write(Section section, double number, NumberFormatInfo marks)
    {
        var tokens = section.Tokens;
        var sign = number < 0 ? marks.NegativeSign : "";
        if (tokens.Any(IsGeneral))
            return sign + string.Concat(tokens.Select(token => IsGeneral(token) ? GeneralText.Write(number, marks) : token.Shown));
        if (!tokens.Any(token => token.Kind == TokenKind.Digit))
            return sign + string.Concat(tokens.Select(token => token.Shown));

        var digits = DecimalDigits.Of(number).Shift(2 * tokens.Count(token => token.Kind == TokenKind.Percent));
        var exponentAt = IndexOf(tokens, TokenKind.Exponent);
        return sign + (exponentAt < 0
            ? Fixed(tokens, digits.Shift(-3 * ScalingCommas(tokens)), marks)
            : Scientific(tokens, exponentAt, digits, marks));
    }

    static bool IsGeneral(Token token) => token.Kind is TokenKind.General or TokenKind.Text;

    static int IndexOf(IReadOnlyList<Token> tokens, TokenKind kind)
    {
        for (var position = 0; position < tokens.Count; position++)
        {
            if (tokens[position].Kind == kind)
                return position;
        }
        return -1;
    }

    /// <summary>Every comma after the last digit before the point divides by a thousand.</summary>
    static int ScalingCommas(IReadOnlyList<Token> tokens) => tokens.Skip(LastWholeDigit(tokens) + 1).Count(token => token.Kind == TokenKind.Comma);

    static int LastWholeDigit(IReadOnlyList<Token> tokens)
    {
        var point = IndexOf(tokens, TokenKind.DecimalPoint);
        for (var position = (point < 0 ? tokens.Count : point) - 1; position >= 0; position--)
        {
            if (tokens[position].Kind == TokenKind.Digit)
                return position;
        }
        return -1;
    }

    static string Fixed(IReadOnlyList<Token> tokens, DecimalDigits digits, NumberFormatInfo marks)
    {
        var point = IndexOf(tokens, TokenKind.DecimalPoint);
        var places = point < 0 ? 0 : tokens.Skip(point).Count(token => token.Kind == TokenKind.Digit);
        var rounded = digits.Round(places);
        var before = tokens.Take(point < 0 ? tokens.Count : point).ToArray();
        var whole = Whole(before, rounded.WholePart, GroupsThousands(before) ? marks.NumberGroupSeparator : "");
        return point < 0 ? whole : whole + marks.NumberDecimalSeparator + Fraction([.. tokens.Skip(point + 1)], rounded.FractionPart(places));
    }

    static bool IsDigit(Token token) => token.Kind == TokenKind.Digit;

    /// <summary>A comma between two digits asks for thousands separators.</summary>
    static bool GroupsThousands(Token[] before)
    {
        var comma = Array.FindIndex(before, token => token.Kind == TokenKind.Comma);
        return comma > 0 && before[..comma].Any(IsDigit) && before[comma..].Any(IsDigit);
    }

    /// <summary>Fills the places from the right; the leftmost place takes all digits that are left.</summary>
    static string Whole(IReadOnlyList<Token> tokens, string digits, string separator)
    {
        var written = new List<string>();
        var taken = 0;
        var placesLeft = tokens.Count(token => token.Kind == TokenKind.Digit);
        foreach (var token in tokens.Reverse())
        {
            if (token.Kind != TokenKind.Digit)
            {
                written.Add(token.Kind == TokenKind.Comma ? "" : token.Shown);
                continue;
            }
            placesLeft--;
            var wanted = placesLeft == 0 ? Math.Max(1, digits.Length - taken) : 1;
            for (; wanted > 0; wanted--, taken++)
            {
                var digit = taken < digits.Length ? digits[digits.Length - 1 - taken].ToString() : Padding(token);
                if (taken > 0 && taken % 3 == 0 && digit.Length > 0)
                    written.Add(digit == " " && separator.Length > 0 ? " " : separator);
                written.Add(digit);
            }
        }
        written.Reverse();
        return string.Concat(written);
    }

    static string Padding(Token place) => place.Written switch
    {
        "0" => "0",
        "?" => " ",
        _ => "",
    };

    /// <summary>Zeros at the end are shown, left out or replaced by a space, as their places say.</summary>
    static string Fraction(IReadOnlyList<Token> tokens, string digits)
    {
        var significant = digits.TrimEnd('0').Length;
        var lastKept = significant;
        var places = tokens.Where(token => token.Kind == TokenKind.Digit).ToArray();
        for (var place = 0; place < places.Length; place++)
        {
            if (places[place].Written == "0")
                lastKept = Math.Max(lastKept, place + 1);
        }
        var text = new StringBuilder();
        var at = 0;
        foreach (var token in tokens)
        {
            if (token.Kind != TokenKind.Digit)
            {
                text.Append(token.Kind == TokenKind.Comma ? "" : token.Shown);
                continue;
            }
            text.Append(at < lastKept ? digits[at].ToString() : Padding(token));
            at++;
        }
        return text.ToString();
    }

    /// <summary>With several places before the point the exponent is a multiple of their number (<c>##0.0E+0</c>: 12.3E+6).</summary>
    static string Scientific(IReadOnlyList<Token> tokens, int exponentAt, DecimalDigits digits, NumberFormatInfo marks)
    {
        Token[] mantissa = [.. tokens.Take(exponentAt)];
        var point = IndexOf(mantissa, TokenKind.DecimalPoint);
        var step = Math.Max(1, mantissa.Take(point < 0 ? mantissa.Length : point).Count(token => token.Kind == TokenKind.Digit));
        var places = point < 0 ? 0 : mantissa.Skip(point).Count(token => token.Kind == TokenKind.Digit);

        var exponent = digits.IsZero ? 0 : MultipleBelow(digits.Exponent - 1, step);
        if (digits.Shift(-exponent).Round(places).Exponent > step)
            exponent += step;

        var marker = tokens[exponentAt].Written;
        var sign = exponent < 0 ? marks.NegativeSign : marker[1] == '+' ? marks.PositiveSign : "";
        var power = Whole([.. tokens.Skip(exponentAt + 1)], DecimalDigits.Of(exponent).WholePart, "");
        return Fixed(mantissa, digits.Shift(-exponent), marks) + marker[0] + sign + power;
    }

    static int MultipleBelow(int exponent, int step) => (int)Math.Floor((double)exponent / step) * step;
}
