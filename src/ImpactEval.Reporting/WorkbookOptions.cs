using ImpactEval.Studies;

namespace ImpactEval.Reporting;

public enum ReportStatus { Draft, Released }

/// <summary>What is decided outside the evaluation: how far the report is, and whom to ask about it.</summary>
public sealed record WorkbookOptions
{
    public ReportStatus Status { get; init; } = ReportStatus.Draft;

    /// <summary>Counts up when a released report is corrected.</summary>
    public int Edition { get; init; } = 1;

    /// <summary>A person has confirmed every quote. Until then a study whose quotes need it sends out none.</summary>
    public bool QuotesConfirmed { get; init; }

    /// <summary>Whom to ask, by role; never a person's name.</summary>
    public IReadOnlyList<ReportContact> Contacts { get; init; } = [];
}

/// <param name="Address">A mailbox or telephone number of the office.</param>
public sealed record ReportContact(LocalText Role, string Address);
