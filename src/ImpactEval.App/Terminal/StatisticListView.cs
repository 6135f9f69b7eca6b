using ImpactEval.Statistics.Catalogue;

namespace ImpactEval.App.Terminal;

/// <summary>The catalogue, family by family: name, what it answers, the columns it takes and the options with their defaults.</summary>
static class StatisticListView
{
    public static void Write(TextWriter output, IReadOnlyList<CatalogueEntry> entries, Messages messages)
    {
        foreach (var family in entries.GroupBy(entry => entry.Family))
        {
            output.WriteLine(messages[$"statistic.family.{family.Key}"]);
            foreach (var entry in family)
                Write(output, entry, messages);
            output.WriteLine();
        }
        if (entries.Count == 1)
            Roles(output, entries[0], messages);
        output.WriteLine(messages["statistic.listNote"]);
    }

    static void Write(TextWriter output, CatalogueEntry entry, Messages messages)
    {
        output.WriteLine($"  {entry.Name} – {messages[$"statistic.title.{entry.Name}"]}");
        if (entry.Shapes() is { Length: > 0 } shapes)
            output.WriteLine($"    {messages.Format("statistic.listColumns", shapes)}");
        if (entry.Options.Count > 0)
            output.WriteLine($"    {messages.Format("statistic.listOptions", string.Join("; ", entry.Options.Select(Shown)))}");
    }

    /// <summary><c>name=default</c>; what may be given in brackets when there is no default or a choice of words.</summary>
    static string Shown(StatisticOption option) => option switch
    {
        { Default: { } usual, Kind: OptionKind.Word } => $"{option.Name}={usual} ({option.Allowed})",
        { Default: { } usual } => $"{option.Name}={usual}",
        { IsRequired: true } => $"{option.Name}={option.Allowed} (!)",
        _ => $"[{option.Name}={option.Allowed}]",
    };

    static void Roles(TextWriter output, CatalogueEntry entry, Messages messages)
    {
        foreach (var role in entry.Roles)
            output.WriteLine($"    {role.Name}: {messages[$"statistic.role.{role.Name}"]} ({messages[$"statistic.kind.{role.Kind}"]})");
        output.WriteLine($"    {messages.Format("statistic.source", entry.Source)}");
        output.WriteLine();
    }
}
