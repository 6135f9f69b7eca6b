namespace ImpactEval.Storage;

/// <summary>Why the store cannot be used now. None of these is the fault of a study or its files.</summary>
public enum StoreUnavailableKind
{
    /// <summary>Another process is writing and did not finish in time.</summary>
    Locked,
    /// <summary>No such server, database or folder, or the connection broke.</summary>
    Unreachable,
    /// <summary>The server or the file system refuses us.</summary>
    Denied,
    /// <summary>No room left.</summary>
    Full,
    /// <summary>The file is not a database, or not a whole one.</summary>
    Damaged,
    /// <summary>A newer version of the program made this store.</summary>
    NewerSchema,
    /// <summary>A migration that this store went through reads differently now.</summary>
    EditedMigration,
    /// <summary>The store was numbered with a vault key that is not there.</summary>
    VaultKeyMissing,
    /// <summary>The vault key is not the one this store was numbered with.</summary>
    VaultKeyForeign,
    /// <summary>There is something already where a backup or a restored store is to be put.</summary>
    NotEmpty,
    /// <summary>The file is no backup, or not a whole one.</summary>
    BackupDamaged,
    /// <summary>The backup is encrypted and no passphrase was given, or another one.</summary>
    PassphraseWrong,
    /// <summary>The database has no Citus, so its tables cannot be spread over several machines.</summary>
    NoCluster,
}

/// <summary>The store cannot be used; nothing was changed.</summary>
public sealed class StoreUnavailableException(StoreUnavailableKind kind, string message, Exception? cause = null) : Exception(message, cause)
{
    public StoreUnavailableKind Kind { get; } = kind;
}
