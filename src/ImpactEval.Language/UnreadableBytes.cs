using System.Text;

namespace ImpactEval.Language;

/// <summary>Takes the bytes that mean nothing in an encoding: gives U+FFFD for them and keeps count, so that nothing is lost silently.</summary>
/// <param name="offset">Where in the file the first byte handed to the decoder stands.</param>
public sealed class UnreadableBytes(long offset = 0) : DecoderFallback
{
    /// <summary>What stands in a text for a byte that means nothing.</summary>
    public const char Mark = '\uFFFD';

    readonly List<long> positions = [];

    public long Count => positions.Count + untold;

    /// <summary>Places kept; more are only counted.</summary>
    const int MostPositions = 1000;

    long untold;

    /// <summary>Where they stand: offsets in the file when it was decoded at once, else in the block that was being read.</summary>
    public IReadOnlyList<long> Positions => positions;

    public override int MaxCharCount => 1;

    public override DecoderFallbackBuffer CreateFallbackBuffer() => new Buffer(this);

    void Add(int index)
    {
        if (positions.Count < MostPositions)
            positions.Add(offset + Math.Max(0, index));
        else
            untold++;
    }

    sealed class Buffer(UnreadableBytes owner) : DecoderFallbackBuffer
    {
        bool isWaiting;

        public override int Remaining => isWaiting ? 1 : 0;

        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            owner.Add(index);
            return isWaiting = true;
        }

        public override char GetNextChar()
        {
            if (!isWaiting)
                return '\0';
            isWaiting = false;
            return Mark;
        }

        public override bool MovePrevious()
        {
            if (isWaiting)
                return false;
            return isWaiting = true;
        }

        public override void Reset() => isWaiting = false;
    }
}
