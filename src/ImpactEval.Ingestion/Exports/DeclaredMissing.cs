namespace ImpactEval.Ingestion.Exports;

/// <summary>Values that a file itself declares to mean: no value.</summary>
/// <param name="Variable">The variable, or <c>stem_*</c> for all variables of one stem.</param>
/// <param name="Low">Least of a range of such values, if there is one.</param>
public sealed record DeclaredMissing(string Variable, IReadOnlyList<double> Values, double? Low, double? High)
{
    /// <summary>Fewer are as short by name.</summary>
    const int LeastOfStem = 3;

    /// <summary>Variables of one stem that all declare the same stand together as <c>stem_*</c>.</summary>
    /// <param name="variables">All variables that might stand with them.</param>
    internal static IReadOnlyList<DeclaredMissing> Together(IReadOnlyList<DeclaredMissing> declared, IReadOnlyList<string> variables)
    {
        var told = new List<DeclaredMissing>();
        foreach (var stem in declared.GroupBy(missing => StemOf(missing.Variable)))
        {
            var first = stem.First();
            var isWhole = stem.Key.Length > 0 && stem.Count() >= LeastOfStem && stem.Count() == variables.Count(name => StemOf(name) == stem.Key);
            if (isWhole && stem.All(first.SaysTheSame))
                told.Add(first with { Variable = stem.Key + "*" });
            else
                told.AddRange(stem);
        }
        return [.. told.OrderBy(missing => missing.Variable, StringComparer.Ordinal)];
    }

    static string StemOf(string name) => name.IndexOf('_', StringComparison.Ordinal) is > 0 and var at ? name[..(at + 1)] : "";

    bool SaysTheSame(DeclaredMissing other) => Low == other.Low && High == other.High && Values.SequenceEqual(other.Values);
}
