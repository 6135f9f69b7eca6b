using System.Runtime.CompilerServices;
using System.Threading.Channels;
using ImpactEval.Storage.Vaults;
using ImpactEval.Studies;

namespace ImpactEval.Storage;

/// <summary>A batch whose people have their numbers.</summary>
/// <param name="People">Everybody the batch speaks of, by code.</param>
/// <param name="Newcomers">Those of them that no earlier batch spoke of, in the order of their numbers.</param>
sealed record NumberedBatch(FileBatch Records, IReadOnlyDictionary<string, PersonNumber> People, IReadOnlyList<KeyValuePair<string, PersonNumber>> Newcomers)
{
    public long Id(string code) => People[code].Id.Value;
}

/// <summary>One database's part of a file's rows, written in the transaction of its session.</summary>
interface IBatchRows
{
    Task AddAsync(NumberedBatch batch);

    /// <summary>No batch follows.</summary>
    Task CompleteAsync();
}

static class Batches
{
    /// <summary>Read ahead: while one is written the next is made.</summary>
    const int ReadAhead = 4;

    /// <summary>The same things in the same order, made on a thread of their own; what goes wrong there is told here.</summary>
    public static async IAsyncEnumerable<T> ReadAheadAsync<T>(this IEnumerable<T> source, [EnumeratorCancellation] CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var channel = Channel.CreateBounded<T>(ReadAhead);
        var reading = Task.Run(() => PassOnAsync(source, channel.Writer, stop.Token), CancellationToken.None);
        try
        {
            await foreach (var item in channel.Reader.ReadAllAsync(cancel))
                yield return item;
        }
        finally
        {
            await stop.CancelAsync();
            await reading;
        }
    }

    static async Task PassOnAsync<T>(IEnumerable<T> source, ChannelWriter<T> writer, CancellationToken cancel)
    {
        try
        {
            foreach (var item in source)
                await writer.WriteAsync(item, cancel);
            writer.Complete();
        }
        catch (Exception failure)
        {
            writer.Complete(failure);
        }
    }
}
