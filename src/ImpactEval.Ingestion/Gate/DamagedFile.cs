using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Gate;

/// <summary>What the parsers of foreign formats throw at a damaged file, turned into a refusal of that file.</summary>
static class DamagedFile
{
    /// <remarks>
    /// ExcelDataReader and the Open XML SDK document no exceptions for broken content and throw a dozen kinds (index, null, format, cast, XML …).
    /// The bytes lie in memory, so nothing but the content can be at fault: here, and only here, all of them mean one thing.
    /// </remarks>
    /// <exception cref="BrokenContractException">The file cannot be parsed.</exception>
    public static T Guard<T>(string file, Func<T> parse)
    {
        try
        {
            return parse();
        }
        catch (Exception damage) when (damage is not (BrokenContractException or OutOfMemoryException))
        {
            throw new BrokenContractException([new ContractProblem(ContractProblemKind.FileUnreadable, file, Found: damage.GetType().Name)]);
        }
    }
}
