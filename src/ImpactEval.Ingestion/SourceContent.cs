using System.Security.Cryptography;

namespace ImpactEval.Ingestion;

/// <summary>
/// A file's bytes, read from the beginning as often as they are wanted. Fingerprint, gate and readers see the same bytes: whoever comes to the end
/// of others is told.
/// </summary>
sealed class SourceContent
{
    /// <summary>Enough for what the first bytes tell of a format.</summary>
    const int HeadSize = 4096;

    const int BlockSize = 1 << 18;

    readonly Func<Stream> open;

    SourceContent(Func<Stream> open, long length)
    {
        this.open = open;
        Length = length;
    }

    public long Length { get; }

    /// <summary>Of the bytes, in lower-case hexadecimal, once they were read to the end.</summary>
    public string? Sha256 { get; private set; }

    /// <exception cref="IOException">The file cannot be read, whatever the system's reason.</exception>
    public static SourceContent OfFile(string path)
    {
        var info = new FileInfo(path);
        return new SourceContent(() => FileBytes.Open(path, BlockSize), info.Length);
    }

    public static SourceContent Of(byte[] bytes) => new(() => new MemoryStream(bytes, writable: false), bytes.Length);

    public byte[] Head()
    {
        using var stream = open();
        var head = new byte[Math.Min(HeadSize, Length)];
        return head[..stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
    }

    /// <summary>From the beginning; at the end the fingerprint is taken, and compared with that of the first time.</summary>
    public Stream Open() => new FingerprintedStream(open(), Settle);

    /// <summary>All at once, for formats that are not read from front to back.</summary>
    public byte[] All()
    {
        var bytes = new byte[Length];
        using var stream = Open();
        stream.ReadExactly(bytes);
        return stream.ReadByte() < 0 ? bytes : throw Changed();
    }

    void Settle(string sha256)
    {
        if ((Sha256 ??= sha256) != sha256)
            throw Changed();
    }

    static IOException Changed() => new("The file changed while it was read.");

    /// <summary>Takes the fingerprint of what passes.</summary>
    sealed class FingerprintedStream(Stream source, Action<string> atEnd) : Stream
    {
        readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        bool ended;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => source.Length;
        public override long Position { get => source.Position; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var read = source.Read(buffer);
            hash.AppendData(buffer[..read]);
            if (read > 0 || buffer.IsEmpty || ended)
                return read;
            ended = true;
            atEnd(Convert.ToHexStringLower(hash.GetHashAndReset()));
            return 0;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                source.Dispose();
                hash.Dispose();
            }
            base.Dispose(disposing);
        }
    }
}
