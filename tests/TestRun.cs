using System.Globalization;

[assembly: Parallelize(Scope = ExecutionScope.MethodLevel)]

namespace ImpactEval.Tests;

/// <summary>Linked into every test project: one culture for all, so that no test depends on the machine's.</summary>
[TestClass]
public sealed class TestRun
{
    [AssemblyInitialize]
    public static void FixCulture(TestContext context)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
    }
}
