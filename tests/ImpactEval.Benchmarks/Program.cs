using ImpactEval.Benchmarks;
using ImpactEval.Benchmarks.Encodings;
using ImpactEval.Benchmarks.Engine;
using ImpactEval.Benchmarks.IntervalCoverage;
using ImpactEval.Benchmarks.Load;

return args switch
{
    ["coverage", var study, var seeds] => Coverage.Print(study, int.Parse(seeds, System.Globalization.CultureInfo.InvariantCulture)),
    ["engine"] => EngineTable.Print(),
    ["interval-coverage", .. var rest] => IntervalCoverageTable.Print(rest),
    ["encodings", var folder] => EncodingTable.Print(folder),
    ["encodings-speed"] => EncodingSpeed.Print(),
    ["load"] => LoadTable.Print(200_000),
    ["load", var lines] => LoadTable.Print(int.Parse(lines, System.Globalization.CultureInfo.InvariantCulture)),
    ["kill-rounds"] => KillRounds.Print(50),
    ["kill-rounds", var rounds] => KillRounds.Print(int.Parse(rounds, System.Globalization.CultureInfo.InvariantCulture)),
    ["mend", var table] => MisreadTable.Mend(table),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("dotnet run -c Release --project tests/ImpactEval.Benchmarks -- coverage data-samples/jica-young-leaders 200");
    Console.Error.WriteLine("dotnet run -c Release --project tests/ImpactEval.Benchmarks -- engine");
    Console.Error.WriteLine("dotnet run -c Release --project tests/ImpactEval.Benchmarks -- interval-coverage [TRIALS] [DESIGN]");
    Console.Error.WriteLine("dotnet run -c Release --project tests/ImpactEval.Benchmarks -- encodings FOLDER_OF_TEXTS");
    Console.Error.WriteLine("dotnet run -c Release --project tests/ImpactEval.Benchmarks -- encodings-speed");
    Console.Error.WriteLine("dotnet run -c Release --project tests/ImpactEval.Benchmarks -- load [LINES]");
    Console.Error.WriteLine("dotnet run -c Release --project tests/ImpactEval.Benchmarks -- kill-rounds [ROUNDS]");
    Console.Error.WriteLine("dotnet run -c Release --project tests/ImpactEval.Benchmarks -- mend TABLE.tsv");
    return 2;
}
