using System.Security.Cryptography;
using System.Text;
using ImpactEval.Studies;

namespace ImpactEval.Evaluation;

/// <summary>What may leave of the list of files: sources, not single files, since the name of a transcript can point to its participant.</summary>
static class SourceDisclosure
{
    public static IReadOnlyList<SourceSummary> Protect(IReadOnlyList<SourceSummary> sources) =>
        [.. sources.GroupBy(source => source.SourceCode).Select(files => Together([.. files]))];

    static SourceSummary Together(SourceSummary[] files)
    {
        if (files.Length == 1)
            return files[0];
        var folder = files[0].FileName[..(files[0].FileName.LastIndexOf('/') + 1)];
        return files[0] with
        {
            FileName = folder + "*",
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', files.Select(file => file.Sha256))))),
            RowsRead = files.Sum(file => file.RowsRead),
            RowsAccepted = files.Sum(file => file.RowsAccepted),
            RowsRejected = files.Sum(file => file.RowsRejected),
            Problems =
            [
                .. files.SelectMany(file => file.Problems)
                    .GroupBy(problem => (problem.Kind, problem.Rejects))
                    .OrderBy(problem => problem.Key)
                    .Select(problem => new ProblemCount(problem.Key.Kind, problem.Key.Rejects, problem.Sum(count => count.Count))),
            ],
        };
    }
}
