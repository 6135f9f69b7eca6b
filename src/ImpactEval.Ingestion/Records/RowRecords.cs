using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Records;

/// <summary>What one row that passed all checks of its own says.</summary>
/// <param name="Written">The person's code as the row writes it.</param>
sealed record RowRecords(
    int Row,
    string Written,
    PersonRecord? Person,
    IReadOnlyList<AssessmentRecord> Assessments,
    IReadOnlyList<AnswerRecord> Answers);
