using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Tables;

/// <summary>Where in a table the things stand that its source declares.</summary>
sealed record TableColumns(
    int Participant,
    int? Cohort,
    int? Wave,
    int? Date,
    IReadOnlyList<GroupColumn> Groups,
    IReadOnlyList<IdentityColumn> Identity,
    IReadOnlyList<BlockColumns> Blocks,
    IReadOnlyList<OpenAnswerColumn> Answers)
{
    /// <summary>Columns that hold numbers written by hand or program: they show the file's decimal mark.</summary>
    public IEnumerable<int> Numeric =>
        Blocks.SelectMany(block => block.Items).Concat(Groups.Where(group => group.Group.Cuts.Count > 0).Select(group => group.Column));

    /// <exception cref="BrokenContractException">Declared columns are missing or stand twice; all are told.</exception>
    public static TableColumns Of(Study study, Source source, Headings headings)
    {
        var map = source.Columns;
        var columns = new TableColumns(
            headings.Find(map.Participant),
            headings.FindIfNamed(map.Cohort),
            headings.FindIfNamed(map.Wave),
            headings.FindIfNamed(map.Date),
            [.. map.Groups.Select(group => new GroupColumn(study.Groups.Single(known => known.Code == group.Key), headings.Find(group.Value)))],
            [.. map.Identity.Select(identity => new IdentityColumn(identity.Key, headings.Find(identity.Value)))],
            [.. source.Assessments.Select(block => BlockColumns.Of(block, study.Instrument(block.Instrument), headings))],
            [.. source.Answers.Select(answer => new OpenAnswerColumn(answer, headings.Find(answer.Column)))]);
        return headings.Problems() is { Count: > 0 } problems ? throw new BrokenContractException(problems) : columns;
    }
}

sealed record GroupColumn(GroupDimension Group, int Column);

/// <param name="Kind">What it says of the person: <c>name</c>, <c>email</c> …</param>
sealed record IdentityColumn(string Kind, int Column);

sealed record OpenAnswerColumn(AnswerColumn Answer, int Column);

/// <param name="Items">The column of each item, in the instrument's order.</param>
sealed record BlockColumns(AssessmentBlock Block, Instrument Instrument, int[] Items)
{
    public static BlockColumns Of(AssessmentBlock block, Instrument instrument, Headings headings) =>
        new(block, instrument, [.. instrument.Items.Select(item => headings.FindOneOf(HeadingsOf(block, item)))]);

    static IReadOnlyList<string> HeadingsOf(AssessmentBlock block, Item item)
    {
        string?[] texts = block.Heading == ItemHeading.Code ? [item.Code] : [item.Text.Vi, item.Text.En, item.Text.Fr, item.Text.Ja];
        return [.. texts.OfType<string>().Select(text => block.Prefix + text)];
    }
}
