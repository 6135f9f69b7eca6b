using System.Globalization;
using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Spss;

/// <summary>Why a system file is refused: each refusal says what was found and at which byte.</summary>
sealed class SpssRefusal(string file)
{
    /// <param name="at">Offset from the start of the file; in a zlib file, from where the same data would stand without zlib.</param>
    public BrokenContractException Damaged(long at, string found, string? expected = null) =>
        Refused(ContractProblemKind.FileUnreadable, string.Create(CultureInfo.InvariantCulture, $"byte {at}: {found}"), expected);

    public BrokenContractException TooLarge(string found, string expected) => Refused(ContractProblemKind.OutOfRange, found, expected);

    public BrokenContractException Hostile(string found, string expected) => Refused(ContractProblemKind.HostileArchive, found, expected);

    /// <param name="row">The case, when the text stands in the data.</param>
    public BrokenContractException Undecodable(string found, string expected, int? row = null) =>
        Refused(ContractProblemKind.EncodingBroken, found, expected, row);

    public BrokenContractException WithoutRows() => Refused(ContractProblemKind.FileWithoutRows, null, null);

    BrokenContractException Refused(ContractProblemKind kind, string? found, string? expected, int? row = null) =>
        new([new ContractProblem(kind, file, row, found, expected)]);
}
