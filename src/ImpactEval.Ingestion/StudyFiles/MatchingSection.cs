using ImpactEval.Ingestion.Matching;
using ImpactEval.Studies;

namespace ImpactEval.Ingestion.StudyFiles;

/// <summary>How people without a common code are recognised, and how sure that must be.</summary>
sealed class MatchingSection(Reading reading, Declared declared)
{
    public MatchingPlan? Matching(Fields study)
    {
        if (study.Part("matching") is not { } part)
            return null;
        var fields = Fields.Of(part, StudyKeys.Matching, reading);
        var link = Share(fields, "linkBelow", MatchLimits.Usual.LinkBelow);
        var review = Share(fields, "reviewBelow", MatchLimits.Usual.ReviewBelow);
        if (review < link)
            reading.Report(ContractProblemKind.OutOfRange, fields.Line, "reviewBelow", "linkBelow ≤ reviewBelow");
        return new MatchingPlan(
            fields.Part("fields") is { } compared ? Compared(compared) : new MatchFields(null, null, null, null),
            fields.Word<CodeOrigin>("codes") ?? CodeOrigin.Issued,
            link,
            review,
            fields.Word<MatchReview>("review") ?? MatchReview.Optional);
    }

    static double Share(Fields fields, string key, double usual) => fields.Number(key, usual, "0 ≤ x ≤ 1", static share => share is >= 0 and <= 1);

    MatchFields Compared(YamlPart part)
    {
        var fields = Fields.Of(part, StudyKeys.MatchFields, reading);
        string? Fact(string key)
        {
            var fact = fields.Written(key) is { } written ? written : null;
            reading.Refer(fact, () => [.. declared.Identities.Order(StringComparer.Ordinal), .. declared.Groups]);
            return fact?.Text;
        }
        return new MatchFields(Fact("name"), Fact("birth"), Fact("sex"), Fact("unit"));
    }
}
