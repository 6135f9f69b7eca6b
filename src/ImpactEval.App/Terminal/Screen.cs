using Spectre.Console;

namespace ImpactEval.App.Terminal;

/// <summary>Where tables are drawn. Cells never wrap: a table that is too wide leaves columns out instead.</summary>
static class Screen
{
    const int Unlimited = 1000;

    public static IAnsiConsole Of(TextWriter output)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output), Interactive = InteractionSupport.No });
        console.Profile.Width = Unlimited;
        return console;
    }

    /// <summary>Columns of the terminal, or no limit when the output goes to a file.</summary>
    public static int WidthOf(TextWriter output) =>
        ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected && Console.WindowWidth > 0 ? Console.WindowWidth : Unlimited;
}
