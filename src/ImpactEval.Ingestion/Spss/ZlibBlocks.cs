using System.IO.Compression;
using ImpactEval.Ingestion.Gate;

namespace ImpactEval.Ingestion.Spss;

/// <summary>
/// The bytecodes of a zlib file, block by block. The table behind the blocks says how large each becomes; the table is judged before a byte is
/// inflated, and each block is held to it.
/// </summary>
sealed class ZlibBlocks
{
    const int HeaderLength = 24;
    const int DescriptorLength = 24;

    /// <summary>Only blocks of 0x3ff000 bytes have been seen.</summary>
    const int LargestBlock = 16 << 20;

    readonly record struct Block(long Offset, int Unpacked, int Packed);

    readonly Stream content;
    readonly SpssRefusal refusal;
    readonly FileLimits limits;
    readonly List<Block> blocks = [];
    byte[] packed = [];
    byte[] inflated = [];
    int next;
    int taken;
    int length;

    public ZlibBlocks(Stream content, long start, bool isBigEndian, FileLimits limits, SpssRefusal refusal)
    {
        (this.content, this.refusal, this.limits) = (content, refusal, limits);
        Start = start;
        var header = SpssBytes.Of(refusal, content, start);
        header.IsBigEndian = isBigEndian;
        var (headerOffset, trailerOffset, trailerLength) = (header.Int64(), header.Int64(), header.Int64());
        var trailerEnds = trailerOffset >= header.Position && trailerOffset <= content.Length && trailerLength == content.Length - trailerOffset;
        if (headerOffset != start || !trailerEnds)
            throw refusal.Damaged(start, $"zlib {headerOffset}, {trailerOffset} + {trailerLength}", $"{start}, {content.Length}");
        var trailer = SpssBytes.Of(refusal, content, trailerOffset);
        trailer.IsBigEndian = isBigEndian;
        ReadTrailer(trailer, trailerOffset, trailerLength);
        CheckSizes();
    }

    /// <summary>Offsets of the inflated data count from here, as if the file were compressed by bytecodes alone.</summary>
    public long Start { get; }

    public long Unpacked { get; private set; }

    void ReadTrailer(SpssBytes trailer, long trailerOffset, long trailerLength)
    {
        // The bias again, and a zero.
        trailer.Skip(16);
        var (blockSize, count) = (trailer.Int32(), trailer.Int32());
        if (count < 0 || count > limits.Entries || trailerLength != HeaderLength + (long)DescriptorLength * count || blockSize is <= 0 or > LargestBlock)
            throw refusal.Damaged(trailerOffset, $"{count} × {blockSize}", $"≤ {limits.Entries} × {LargestBlock}");
        var expected = Start + HeaderLength;
        for (var i = 0; i < count; i++)
        {
            var at = trailer.Position;
            var (unpackedOffset, packedOffset) = (trailer.Int64(), trailer.Int64());
            var block = new Block(packedOffset, trailer.Int32(), trailer.Int32());
            var isWhole = i < count - 1 ? block.Unpacked == blockSize : block.Unpacked > 0 && block.Unpacked <= blockSize;
            if (unpackedOffset != Start + Unpacked || packedOffset != expected || !isWhole || !IsPossible(block) || block.Packed > trailerOffset - expected)
                throw refusal.Damaged(at, $"block {i + 1}: {unpackedOffset}, {packedOffset}, {block.Unpacked}, {block.Packed}", $"{Start + Unpacked}, {expected}");
            blocks.Add(block);
            Unpacked += block.Unpacked;
            expected += block.Packed;
        }
        if (expected != trailerOffset)
            throw refusal.Damaged(expected, "zlib", $"{trailerOffset}");
    }

    /// <summary>Deflate never makes data longer by more than a few bytes in a block of sixteen thousand.</summary>
    static bool IsPossible(Block block) => block.Packed > 0 && block.Packed <= block.Unpacked + block.Unpacked / 100 + 64;

    void CheckSizes()
    {
        var allPacked = blocks.Sum(block => (long)block.Packed);
        if (Unpacked > limits.UnpackedBytes)
            throw refusal.Hostile($"{Unpacked >> 20} MB", $"≤ {limits.UnpackedBytes >> 20} MB unpacked");
        if (Unpacked > limits.RatioFreeBytes && Unpacked > limits.Ratio * allPacked)
            throw refusal.Hostile($"{Unpacked} / {allPacked} bytes", $"ratio ≤ {limits.Ratio}");
    }

    /// <summary>The feed of the inflated bytes.</summary>
    public int Read(Span<byte> into)
    {
        if (taken == length)
        {
            if (next == blocks.Count)
                return 0;
            Inflate(blocks[next]);
            next++;
        }
        var count = Math.Min(into.Length, length - taken);
        inflated.AsSpan(taken, count).CopyTo(into);
        taken += count;
        return count;
    }

    void Inflate(Block block)
    {
        if (packed.Length < block.Packed)
            packed = new byte[block.Packed];
        // One byte more than the table says shows a block that is longer.
        if (inflated.Length <= block.Unpacked)
            inflated = new byte[block.Unpacked + 1];
        content.Position = block.Offset;
        content.ReadExactly(packed, 0, block.Packed);
        (taken, length) = (0, Inflated(block));
        if (length != block.Unpacked)
            throw refusal.Damaged(block.Offset, $"zlib {length} bytes", $"{block.Unpacked}");
    }

    int Inflated(Block block)
    {
        try
        {
            using var zlib = new ZLibStream(new MemoryStream(packed, 0, block.Packed, writable: false), CompressionMode.Decompress);
            return zlib.ReadAtLeast(inflated.AsSpan(0, block.Unpacked + 1), block.Unpacked + 1, throwOnEndOfStream: false);
        }
        catch (InvalidDataException)
        {
            throw refusal.Damaged(block.Offset, "zlib");
        }
    }
}
