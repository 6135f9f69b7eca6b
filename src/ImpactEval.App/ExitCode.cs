namespace ImpactEval.App;

/// <summary>What the program tells the one who called it; documented in README.</summary>
public enum ExitCode
{
    Done = 0,
    /// <summary>Done, with more warnings than <c>--max-warnings</c> allows, or with numbers that do not agree in a self-test.</summary>
    TooManyWarnings = 1,
    /// <summary>The command line was not understood.</summary>
    Usage = 2,
    /// <summary>The study file or a source file breaks its contract; nothing was stored.</summary>
    ContractBroken = 3,
    /// <summary>A study, its study file or a declared source file is not there.</summary>
    SourceMissing = 4,
    /// <summary>Store, disk or something else outside the data failed.</summary>
    Infrastructure = 5,
}
