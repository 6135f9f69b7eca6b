using ImpactEval.Storage.Databases;

namespace ImpactEval.Storage.Backup;

/// <summary>Store and vault as of one moment, while others go on writing.</summary>
sealed class StoreMoment(ReadMoment records, ReadMoment vault) : IAsyncDisposable
{
    public Session Records => records.Session;

    public Session Vault => vault.Session;

    /// <summary>Opens both reading transactions while no file can be merged: the vault then holds all that the store's merged files refer to.</summary>
    public static Task<StoreMoment> OfAsync(Store store, CancellationToken cancel) => store.Records.WriteAsync(
        async session =>
        {
            await Dialect.HoldMergesAsync(session);
            var vault = await store.Vault.OpenReadAsync(cancel);
            return new StoreMoment(await store.Records.OpenReadAsync(cancel), vault);
        },
        cancel);

    public async ValueTask DisposeAsync()
    {
        await records.DisposeAsync();
        await vault.DisposeAsync();
    }
}
