#!/usr/bin/env dotnet
#:project ../src/ImpactEval.Studies/ImpactEval.Studies.csproj
#:project ../src/ImpactEval.Statistics/ImpactEval.Statistics.csproj
#:project ../src/ImpactEval.Evaluation/ImpactEval.Evaluation.csproj
#:project ../src/ImpactEval.Reporting/ImpactEval.Reporting.csproj
#:property PublishAot=false
#:property RestorePackagesWithLockFile=false

// Đọc findings.json và in mức tăng của từng kết quả. / Reads findings.json and prints the gain of every outcome.
// dotnet run notebooks/doc-ket-qua.cs -- data-samples/jica-young-leaders/out/findings.json
using ImpactEval.Evaluation;
using ImpactEval.Reporting;

if (args is not [var path])
{
    Console.Error.WriteLine("dotnet run notebooks/doc-ket-qua.cs -- findings.json");
    return 2;
}

var findings = FindingsJson.Read(await File.ReadAllTextAsync(path));
foreach (var change in findings.Changes.Where(change => change is { Kind: ChangeKind.Gain, Group: null, MeanChange: not null }))
{
    var interval = change.MeanChange!.Intervals.Primary;
    Console.WriteLine($"{change.Outcome,-28} n = {change.Counts!.Paired,3}   {change.MeanChange.Value,6:0.00} [{interval.Lower,6:0.00}; {interval.Upper,6:0.00}]");
}
return 0;
