using System.Globalization;
using System.Text.RegularExpressions;
using ImpactEval.Studies;

namespace ImpactEval.Ingestion.StudyFiles;

/// <summary>The values of one object of the study file by key, read in the form they should have. What is wrong is reported, with its line.</summary>
sealed partial class Fields
{
    readonly Reading reading;
    readonly ObjectKeys keys;
    readonly Dictionary<string, YamlPart> values = new(StringComparer.Ordinal);

    Fields(YamlPart part, ObjectKeys keys, Reading reading) => (Line, this.keys, this.reading) = (part.Line, keys, reading);

    public int Line { get; }

    public static Fields Of(YamlPart part, ObjectKeys keys, Reading reading)
    {
        var fields = new Fields(part, keys, reading);
        if (part is YamlMap map)
            fields.Take(map);
        else
            fields.WrongType(part, ExpectedForm.Map);
        return fields;
    }

    void Take(YamlMap map)
    {
        var meant = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in map.Entries)
        {
            if (!keys.All.Contains(entry.Key))
            {
                var nearest = NearestWord.To(entry.Key, keys.All);
                reading.Report(ContractProblemKind.UnknownKey, entry.Line, entry.Key, string.Join(", ", keys.All), nearest);
                meant.Add(nearest ?? "");
            }
            else if (!values.TryAdd(entry.Key, entry.Value))
            {
                reading.Report(ContractProblemKind.DuplicateCode, entry.Line, entry.Key, ExpectedForm.KeyOnce);
            }
        }
        // A misspelt key is one mistake, not two.
        foreach (var key in keys.Required.Where(key => !values.ContainsKey(key) && !meant.Contains(key)))
            reading.Report(ContractProblemKind.MissingKey, map.Line, null, key);
    }

    public bool Has(string key) => values.ContainsKey(key);

    public YamlPart? Part(string key) =>
        keys.All.Contains(key) ? values.GetValueOrDefault(key) : throw new ArgumentException($"{keys.Name} has no key {key}.", nameof(key));

    /// <summary>A text, or null when there is none or it is no text.</summary>
    public YamlText? Written(string key) => Part(key) is { } part ? Written(part) : null;

    public YamlText? Written(YamlPart part)
    {
        if (part is YamlText text && text.Text.Trim().Length > 0 && (text.Quoted || !LooksLikeAnotherType().IsMatch(text.Text)))
            return text;
        WrongType(part, ExpectedForm.Text);
        return null;
    }

    public string? Text(string key) => Written(key)?.Text;

    public YamlText? Code(string key) => Part(key) is { } part ? Code(part) : null;

    public YamlText? Code(YamlPart part)
    {
        var written = Written(part);
        if (written is null || CodeForm().IsMatch(written.Text))
            return written;
        WrongType(written, ExpectedForm.Code);
        return null;
    }

    public LocalText LocalText(string key)
    {
        if (Part(key) is not { } part)
            return new LocalText("");
        var fields = Of(part, StudyKeys.LocalText, reading);
        return new LocalText(fields.Text("vi") ?? "", fields.Text("en"), fields.Text("fr"), fields.Text("ja"));
    }

    public double Number(string key, double otherwise, string range, Func<double, bool> inRange) =>
        Part(key) is { } part ? Number(part, range, inRange) ?? otherwise : otherwise;

    public double? Number(YamlPart part, string range, Func<double, bool> inRange)
    {
        if (part is not YamlText { Quoted: false } text
            || !double.TryParse(text.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            || !double.IsFinite(number))
        {
            WrongType(part, ExpectedForm.Number);
            return null;
        }
        if (inRange(number))
            return number;
        reading.Report(ContractProblemKind.OutOfRange, part.Line, text.Text, range);
        return null;
    }

    public int Whole(string key, int otherwise, int least, int most)
    {
        if (Part(key) is not { } part)
            return otherwise;
        if (part is not YamlText { Quoted: false } text
            || !long.TryParse(text.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            WrongType(part, ExpectedForm.WholeNumber);
            return otherwise;
        }
        if (number >= least && number <= most)
            return (int)number;
        reading.Report(ContractProblemKind.OutOfRange, part.Line, text.Text, $"{least} ≤ x ≤ {most}");
        return otherwise;
    }

    public ulong Seed(string key)
    {
        if (Part(key) is not { } part)
            return 0;
        if (part is YamlText { Quoted: false } text && ulong.TryParse(text.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var seed))
            return seed;
        WrongType(part, ExpectedForm.WholeNumber);
        return 0;
    }

    public bool Flag(string key, bool otherwise)
    {
        if (Part(key) is not { } part)
            return otherwise;
        if (part is YamlText { Quoted: false, Text: "true" or "false" } text)
            return text.Text == "true";
        WrongType(part, ExpectedForm.TrueOrFalse);
        return otherwise;
    }

    public DateOnly Date(string key)
    {
        if (Part(key) is not { } part)
            return default;
        if (part is YamlText text && DateOnly.TryParseExact(text.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date;
        WrongType(part, ExpectedForm.Date);
        return default;
    }

    public T? Word<T>(string key) where T : struct, Enum
    {
        if (Written(key) is not { } text)
            return null;
        if (Studies.Word.Parse<T>(text.Text) is { } value)
            return value;
        reading.Unknown(ContractProblemKind.UnknownWord, text, Studies.Word.All<T>());
        return null;
    }

    public string? OneOf(string key, IReadOnlyList<string> words)
    {
        if (Part(key) is not { } part)
            return null;
        if (part is not YamlText text)
            WrongType(part, ExpectedForm.Text);
        else if (words.Contains(text.Text))
            return text.Text;
        else
            reading.Unknown(ContractProblemKind.UnknownWord, text, words);
        return null;
    }

    /// <summary>The list's parts, each read; a key that is not there is an empty list.</summary>
    public IReadOnlyList<T> List<T>(string key, Func<YamlPart, T> read, bool mayBeEmpty = true)
    {
        if (Part(key) is not { } part)
            return [];
        if (part is not YamlList list)
        {
            WrongType(part, ExpectedForm.List);
            return [];
        }
        if (list.Items.Count == 0 && !mayBeEmpty)
            reading.Report(ContractProblemKind.OutOfRange, list.Line, "[]", ExpectedForm.FilledList);
        return [.. list.Items.Select(read)];
    }

    public IReadOnlyList<YamlText> Texts(string key, bool mayBeEmpty = true) =>
        [.. List(key, Written, mayBeEmpty).OfType<YamlText>()];

    /// <summary>The entries of a map whose keys are words of the study, not of the form.</summary>
    public IReadOnlyList<YamlEntry> Entries(string key)
    {
        if (Part(key) is not { } part)
            return [];
        if (part is not YamlMap map)
        {
            WrongType(part, ExpectedForm.Map);
            return [];
        }
        reading.EachOnce(map.Entries.Select(entry => new YamlText(entry.Line, entry.Key, true)));
        return [.. map.Entries.DistinctBy(entry => entry.Key)];
    }

    public void WrongType(YamlPart part, string expected) =>
        reading.Report(ContractProblemKind.WrongType, part.Line, Shown(part), expected);

    static string Shown(YamlPart part) => part switch
    {
        YamlText text => text.Text,
        YamlList => ExpectedForm.List,
        _ => ExpectedForm.Map,
    };

    /// <summary>What YAML takes for a number, a truth value or nothing: such a text wants quotes.</summary>
    /// <remarks>YAML 1.2.2 (2021), 10.3.2, tag resolution of the core schema.</remarks>
    [GeneratedRegex(
        @"^([-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?|0x[0-9a-fA-F]+|0o[0-7]+|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)"
            + @"|true|True|TRUE|false|False|FALSE|null|Null|NULL|~)\z",
        RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex LooksLikeAnotherType();

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9_\-]*\z", RegexOptions.None, 1000)]
    private static partial Regex CodeForm();
}
