namespace ImpactEval.App.Operations;

/// <summary>A file of the report cannot be written: no right to, no room, or the last one is open in another program.</summary>
sealed class ReportUnwritableException(string path, Exception reason) : IOException(reason.Message, reason)
{
    public string Path { get; } = path;
}
