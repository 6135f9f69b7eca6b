using ImpactEval.Benchmarks;
using ImpactEval.Benchmarks.Engine;

return args switch
{
    ["coverage", var study, var seeds] => Coverage.Print(study, int.Parse(seeds, System.Globalization.CultureInfo.InvariantCulture)),
    ["engine"] => EngineTable.Print(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("dotnet run -c Release --project tests/ImpactEval.Benchmarks -- coverage data-samples/jica-young-leaders 200");
    Console.Error.WriteLine("dotnet run -c Release --project tests/ImpactEval.Benchmarks -- engine");
    return 2;
}
