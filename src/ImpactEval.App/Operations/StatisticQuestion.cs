using ImpactEval.Ingestion;
using ImpactEval.Statistics.Catalogue;

namespace ImpactEval.App.Operations;

/// <summary>What is asked on the command line, as it was written.</summary>
/// <param name="Columns"><c>role=heading,role=heading…</c>, possibly in several parts.</param>
/// <param name="Options"><c>name=value</c>, one each.</param>
sealed record StatisticQuestion(string Name, string? File, IReadOnlyList<string> Columns, IReadOnlyList<string> Options)
{
    /// <summary>Role and heading, in the order given. A part without '=' belongs to the heading before it, which then has a comma of its
    /// own.</summary>
    /// <exception cref="StatisticRefusedException">A part has no role.</exception>
    public IReadOnlyList<(string Role, string Heading)> Pairs()
    {
        var pairs = new List<(string Role, string Heading)>();
        foreach (var text in Columns)
        {
            var first = pairs.Count;
            foreach (var part in text.Split(','))
            {
                if (part.IndexOf('=', StringComparison.Ordinal) is > 0 and var at)
                    pairs.Add((part[..at].Trim(), part[(at + 1)..].Trim()));
                else if (pairs.Count > first)
                    pairs[^1] = (pairs[^1].Role, $"{pairs[^1].Heading},{part}");
                else
                    throw new StatisticRefusedException(StatisticRefusal.ColumnWithoutRole, part);
            }
        }
        return pairs;
    }

    /// <summary>Values by name.</summary>
    /// <exception cref="StatisticRefusedException">No '=', or a name stands twice.</exception>
    public Dictionary<string, string> Values()
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var option in Options)
        {
            var at = option.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0)
                throw new StatisticRefusedException(StatisticRefusal.OptionWithoutValue, option);
            if (!values.TryAdd(option[..at].Trim(), option[(at + 1)..].Trim()))
                throw new StatisticRefusedException(StatisticRefusal.OptionTwice, option[..at].Trim());
        }
        return values;
    }
}

/// <summary>What was wrong about the file or the way it was asked about.</summary>
enum StatisticRefusal
{
    NameMissing, DataMissing, FileMissing, ColumnWithoutRole, ColumnUnknown, ColumnAmbiguous, OptionWithoutValue, OptionTwice, NotANumber, RaggedRows,
}

/// <summary>The question cannot be put to the file; nothing was computed.</summary>
/// <param name="places">What the message names: see the texts <c>statistic.refused.…</c>.</param>
sealed class StatisticRefusedException(StatisticRefusal kind, params string[] places) : Exception($"{kind}: {string.Join("; ", places)}")
{
    public StatisticRefusal Kind { get; } = kind;

    public IReadOnlyList<string> Places { get; } = places;

    /// <summary>Known words of which one was probably meant.</summary>
    public IReadOnlyList<string> Known { get; init; } = [];

    /// <summary>What is known and may be meant by the first place.</summary>
    public string? Nearest => NearestWord.To(Places.Count > 0 ? Places[0] : "", Known);

    public ExitCode ExitCode => Kind switch
    {
        StatisticRefusal.FileMissing => ExitCode.SourceMissing,
        StatisticRefusal.NotANumber or StatisticRefusal.RaggedRows => ExitCode.ContractBroken,
        _ => ExitCode.Usage,
    };
}
