using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace ImpactEval.Storage.Backup;

/// <summary>
/// The form of an encrypted archive: a header (magic, salt, iterations), then chunks of 64 KiB, each under AES-256-GCM. The key comes from the
/// passphrase by PBKDF2 and a salt of its own, so a chunk's number is a nonce that never returns; the last chunk's nonce says that it is the last,
/// so a file cut short does not pass.
/// </summary>
/// <remarks>NIST SP 800-38D (2007), 8.2.1, deterministic construction of the nonce.</remarks>
static class SealedForm
{
    public const int ChunkSize = 65536, TagSize = 16, HeaderSize = 28;

    /// <remarks>OWASP Password Storage Cheat Sheet (2023): at least 600,000 for PBKDF2 with HMAC-SHA-256.</remarks>
    public const int Iterations = 600_000;

    const int KeySize = 32, NonceSize = 12, SaltSize = 16;

    public static ReadOnlySpan<byte> Magic => "IEBACK1\n"u8;

    public static byte[] NewHeader()
    {
        var header = new byte[HeaderSize];
        Magic.CopyTo(header);
        RandomNumberGenerator.Fill(header.AsSpan(Magic.Length, SaltSize));
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(Magic.Length + SaltSize), Iterations);
        return header;
    }

    /// <exception cref="StoreUnavailableException">The header asks for what no archive of ours asks for.</exception>
    public static AesGcm CipherOf(byte[] header, string passphrase)
    {
        var iterations = BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(Magic.Length + SaltSize));
        if (iterations is < Iterations or > 10 * Iterations)
            throw new StoreUnavailableException(StoreUnavailableKind.BackupDamaged, "The header of the encrypted archive is damaged.");
        var key = Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(passphrase), header.AsSpan(Magic.Length, SaltSize), iterations, HashAlgorithmName.SHA256, KeySize);
        return new AesGcm(key, TagSize);
    }

    public static byte[] Nonce(long chunk, bool isLast)
    {
        var nonce = new byte[NonceSize];
        nonce[0] = isLast ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteInt64BigEndian(nonce.AsSpan(NonceSize - sizeof(long)), chunk);
        return nonce;
    }
}

/// <summary>Encrypts what is written to it.</summary>
sealed class SealingStream : Stream
{
    readonly Stream output;
    readonly byte[] header = SealedForm.NewHeader();
    readonly AesGcm cipher;
    readonly byte[] chunk = new byte[SealedForm.ChunkSize];
    int filled;
    long chunks;
    bool ended;

    public SealingStream(Stream output, string passphrase)
    {
        this.output = output;
        cipher = SealedForm.CipherOf(header, passphrase);
        output.Write(header);
    }

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => (chunks * SealedForm.ChunkSize) + filled; set => throw new NotSupportedException(); }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (buffer.Length > 0)
        {
            // A full chunk waits until more comes: only then is it known not to be the last.
            if (filled == chunk.Length)
                Seal(isLast: false);
            var part = Math.Min(buffer.Length, chunk.Length - filled);
            buffer[..part].CopyTo(chunk.AsSpan(filled));
            filled += part;
            buffer = buffer[part..];
        }
    }

    /// <remarks>Nothing may be written in part: a chunk is sealed when it is full or the last.</remarks>
    public override void Flush() { }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && !ended)
        {
            ended = true;
            Seal(isLast: true);
            cipher.Dispose();
        }
        base.Dispose(disposing);
    }

    void Seal(bool isLast)
    {
        var sealedChunk = new byte[filled];
        var tag = new byte[SealedForm.TagSize];
        cipher.Encrypt(SealedForm.Nonce(chunks, isLast), chunk.AsSpan(0, filled), sealedChunk, tag, header);
        output.Write(sealedChunk);
        output.Write(tag);
        (chunks, filled) = (chunks + 1, 0);
    }
}
