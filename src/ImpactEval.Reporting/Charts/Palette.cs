using ImpactEval.Studies;

namespace ImpactEval.Reporting.Charts;

/// <summary>
/// Colours that people with any colour vision tell apart: Okabe and Ito (2008), Color Universal Design.
/// A wave has the same colour in every chart.
/// </summary>
internal static class Palette
{
    public const string Blue = "0072B2", Orange = "E69F00", Green = "009E73", Purple = "CC79A7", SkyBlue = "56B4E9", Vermilion = "D55E00", Grey = "7F7F7F";

    public static string Of(WaveKind wave) => wave switch
    {
        WaveKind.Needs => SkyBlue,
        WaveKind.Pre => Orange,
        WaveKind.RetrospectivePre => Purple,
        WaveKind.Post => Blue,
        WaveKind.FollowUp => Green,
        _ => Grey,
    };
}
