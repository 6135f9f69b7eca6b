using ImpactEval.Storage;

namespace ImpactEval.App.Operations;

/// <summary>The store of a study, opened once and only when it is needed: a study that cannot be read never makes one.</summary>
sealed class StudyStore(StudyPlace place) : IAsyncDisposable
{
    Store? open;

    public async Task<Store> OpenAsync(CancellationToken cancel) => open ??= await Store.OpenAsync(place.StoreLocation, place.Author, cancel);

    /// <returns>Null when there is no store yet.</returns>
    public async Task<Store?> OpenExistingAsync(CancellationToken cancel) => place.StoreExists ? await OpenAsync(cancel) : null;

    public ValueTask DisposeAsync() => open?.DisposeAsync() ?? ValueTask.CompletedTask;
}
