using ImpactEval.Benchmarks;

return args switch
{
    ["coverage", var study, var seeds] => Coverage.Print(study, int.Parse(seeds, System.Globalization.CultureInfo.InvariantCulture)),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("dotnet run -c Release --project tests/ImpactEval.Benchmarks -- coverage data-samples/jica-young-leaders 200");
    return 2;
}
