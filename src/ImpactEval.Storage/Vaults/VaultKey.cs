using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using ImpactEval.Studies;

namespace ImpactEval.Storage.Vaults;

/// <summary>A person's number, and 64 further bits by which two people who fell on the same number are noticed.</summary>
sealed record PersonNumber(ParticipantId Id, long KeyCheck);

/// <summary>The secret by which people are numbered: without it nobody can tell which number a known person has.</summary>
sealed class VaultKey
{
    const int Size = 32;

    /// <summary>Two seconds in all; the key is written in less than a millisecond.</summary>
    const int LockAttempts = 200;
    static readonly TimeSpan LockPause = TimeSpan.FromMilliseconds(10);

    readonly byte[] key;

    VaultKey(byte[] key) => this.key = key;

    public byte[] Bytes => [.. key];

    /// <summary>Tells two keys apart without giving either away.</summary>
    public string Fingerprint => Convert.ToHexStringLower(HMACSHA256.HashData(key, "impacteval vault key"u8));

    /// <summary>
    /// <c>HMAC-SHA-256(key, organisation ‖ 0 ‖ code)</c>: its first 63 bits are the number, its second 64 bits the check.
    /// </summary>
    /// <param name="organisation">Who gave the code out; the same code from two organisations is two people.</param>
    /// <param name="code">The person's canonical code.</param>
    public PersonNumber NumberOf(string organisation, string code)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{organisation}\0{code}"), hash);
        var id = (long)(BinaryPrimitives.ReadUInt64BigEndian(hash) >> 1);
        return new PersonNumber(new ParticipantId(id), BinaryPrimitives.ReadInt64BigEndian(hash[8..]));
    }

    /// <summary>What stays of a person who was erased: <c>HMAC-SHA-256(key, "erased" ‖ 0 ‖ organisation ‖ 0 ‖ code)</c>, unrelated to their number.</summary>
    public string TombstoneOf(string organisation, string code) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"erased\0{organisation}\0{code}")));

    /// <summary>Reads the key, or makes one when the store has none yet.</summary>
    /// <param name="file">Where the key lies, readable by its owner only.</param>
    /// <param name="fingerprint">Of the key the store was numbered with; null for a new store.</param>
    /// <exception cref="StoreUnavailableException">The store's key is not there, or another one lies in its place.</exception>
    public static VaultKey Open(string file, string? fingerprint)
    {
        try
        {
            if (fingerprint is not null && !File.Exists(file))
            {
                throw new StoreUnavailableException(StoreUnavailableKind.VaultKeyMissing,
                    $"{file} is missing; without it people of this store cannot be recognised. Restore it from the backup.");
            }
            var found = new VaultKey(fingerprint is null ? ReadOrMake(file) : File.ReadAllBytes(file));
            if (found.key.Length != Size || (fingerprint is not null && found.Fingerprint != fingerprint))
                throw new StoreUnavailableException(StoreUnavailableKind.VaultKeyForeign,
                    $"{file} is not the key this store was numbered with; people would no longer be recognised. Put the right key there.");
            return found;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StoreUnavailableException(StoreUnavailableKind.Denied, failure.Message, failure);
        }
    }

    /// <summary>
    /// The key of a new store. Whoever locks the file first writes it, the others wait and read; an empty file is what a program left that was
    /// killed before it could write.
    /// </summary>
    static byte[] ReadOrMake(string file)
    {
        if (Path.GetDirectoryName(file) is { Length: > 0 } folder)
            Directory.CreateDirectory(folder);
        PrivateFile.Ensure(file);
        using var stream = Locked(file);
        var bytes = new byte[Size];
        if (stream.Length > 0)
            return bytes[..stream.ReadAtLeast(bytes, Size, throwOnEndOfStream: false)];
        RandomNumberGenerator.Fill(bytes);
        stream.Write(bytes);
        stream.Flush(flushToDisk: true);
        return bytes;
    }

    static FileStream Locked(string file)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (attempt < LockAttempts)
            {
                Thread.Sleep(LockPause);
            }
        }
    }
}
