using System.Globalization;

namespace ImpactEval.App.Terminal;

/// <summary>Stages of the work as they come: <c>Report(("stage.read", 3, 8))</c>.</summary>
public readonly record struct Stage(string Key, int Done, int Total);

/// <summary>
/// Progress on standard error once the work has lasted a second: a bar that is redrawn on a terminal, a plain line per stage otherwise.
/// </summary>
sealed class StageProgress : IProgress<Stage>, IAsyncDisposable
{
    const int BarWidth = 30;
    static readonly TimeSpan Quiet = TimeSpan.FromSeconds(1), Redraw = TimeSpan.FromMilliseconds(100);

    readonly Messages messages;
    readonly bool redraws;
    readonly long started;
    readonly ITimer timer;
    readonly Lock gate = new();
    Stage current;
    string? printed;

    StageProgress(Messages messages, bool redraws)
    {
        (this.messages, this.redraws, started) = (messages, redraws, TimeProvider.System.GetTimestamp());
        timer = TimeProvider.System.CreateTimer(_ => Draw(), null, Quiet, Redraw);
    }

    public static StageProgress Start(Messages messages) => new(messages, !Console.IsErrorRedirected);

    public void Report(Stage value)
    {
        lock (gate)
            current = value;
    }

    public async ValueTask DisposeAsync()
    {
        await timer.DisposeAsync();
        lock (gate)
        {
            if (redraws && printed is not null)
                Console.Error.Write("\r" + new string(' ', printed.Length) + "\r");
            printed = null;
        }
    }

    void Draw()
    {
        lock (gate)
        {
            if (current.Key is null)
                return;
            var line = redraws ? Bar() : messages[current.Key];
            if (line == printed)
                return;
            if (redraws)
                Console.Error.Write("\r" + line.PadRight(printed?.Length ?? 0));
            else
                Console.Error.WriteLine(line);
            printed = line;
        }
    }

    string Bar()
    {
        var share = current.Total == 0 ? 0 : (double)current.Done / current.Total;
        var filled = (int)(share * BarWidth);
        var seconds = TimeProvider.System.GetElapsedTime(started).TotalSeconds.ToString("0", CultureInfo.InvariantCulture);
        return $"[{new string('█', filled)}{new string('░', BarWidth - filled)}] {messages[current.Key]} ({seconds} s)";
    }
}
