using System.Security.Cryptography;

namespace ImpactEval.Storage.Backup;

/// <summary>Reads an encrypted archive at any place, so that nothing of it is ever laid down decrypted.</summary>
sealed class UnsealingStream : Stream
{
    const int StoredChunk = SealedForm.ChunkSize + SealedForm.TagSize;

    readonly Stream input;
    readonly byte[] header = new byte[SealedForm.HeaderSize];
    readonly AesGcm cipher;
    readonly byte[] chunk = new byte[SealedForm.ChunkSize];
    readonly long lastChunk;
    long current = -1;
    int currentLength;

    /// <exception cref="StoreUnavailableException">The passphrase is another, or the file is damaged: the one cannot be told from the other.</exception>
    public UnsealingStream(Stream input, string passphrase)
    {
        this.input = input;
        input.Position = 0;
        input.ReadExactly(header);
        cipher = SealedForm.CipherOf(header, passphrase);
        var body = input.Length - SealedForm.HeaderSize;
        lastChunk = Math.Max(0, (body + StoredChunk - 1) / StoredChunk - 1);
        Length = Math.Max(0, body - ((lastChunk + 1) * SealedForm.TagSize));
        // The last chunk tells at once whether passphrase and length are right.
        Load(lastChunk);
    }

    public override bool CanRead => true;
    public override bool CanSeek => true;
    public override bool CanWrite => false;
    public override long Length { get; }
    public override long Position { get; set; }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (Position >= Length || buffer.Length == 0)
            return 0;
        var wanted = Position / SealedForm.ChunkSize;
        if (wanted != current)
            Load(wanted);
        var place = (int)(Position % SealedForm.ChunkSize);
        var part = Math.Min(buffer.Length, currentLength - place);
        chunk.AsSpan(place, part).CopyTo(buffer);
        Position += part;
        return part;
    }

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => Length + offset,
    };

    public override void Flush() { }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            cipher.Dispose();
        base.Dispose(disposing);
    }

    void Load(long number)
    {
        input.Position = SealedForm.HeaderSize + (number * StoredChunk);
        var stored = new byte[StoredChunk];
        var length = input.ReadAtLeast(stored, StoredChunk, throwOnEndOfStream: false) - SealedForm.TagSize;
        try
        {
            if (length < 0)
                throw new CryptographicException("The chunk is cut short.");
            cipher.Decrypt(SealedForm.Nonce(number, number == lastChunk), stored.AsSpan(0, length), stored.AsSpan(length, SealedForm.TagSize), chunk.AsSpan(0, length), header);
        }
        catch (CryptographicException failure)
        {
            throw new StoreUnavailableException(StoreUnavailableKind.PassphraseWrong, "The passphrase is not the one of this backup, or the file is damaged.", failure);
        }
        (current, currentLength) = (number, length);
    }
}
