namespace ImpactEval.Statistics.Resampling;

/// <summary>Numbers from 0 to below a bound, each as likely as any other, many at a time.</summary>
/// <remarks>Lemire (2019), Fast random integer generation in an interval, ACM TOMACS 29(1), algorithm 5.</remarks>
sealed class EvenDraws(int bound)
{
    readonly uint threshold = unchecked(0u - (uint)bound) % (uint)bound;
    readonly uint[] buffer = new uint[Math.Min(bound, 1024)];

    public int Bound => bound;

    public void Fill(RandomStream stream, Span<int> numbers)
    {
        for (var drawn = 0; drawn < numbers.Length;)
        {
            var part = numbers[drawn..Math.Min(numbers.Length, drawn + buffer.Length)];
            var wanted = buffer.AsSpan(0, part.Length);
            stream.Fill(wanted);
            drawn += AllInRange(wanted, part) ? part.Length : OneByOne(wanted, part);
        }
    }

    /// <summary>The usual case without a branch; a number that would make some likelier turns up once in 2³²/n draws.</summary>
    bool AllInRange(ReadOnlySpan<uint> draws, Span<int> numbers)
    {
        var range = (ulong)bound;
        var smallest = uint.MaxValue;
        for (var i = 0; i < draws.Length && i < numbers.Length; i++)
        {
            var product = draws[i] * range;
            numbers[i] = (int)(product >> 32);
            smallest = Math.Min(smallest, (uint)product);
        }
        return smallest >= threshold;
    }

    /// <summary>Leaves such numbers out; how many were drawn.</summary>
    int OneByOne(ReadOnlySpan<uint> draws, Span<int> numbers)
    {
        var drawn = 0;
        foreach (var draw in draws)
        {
            var product = (ulong)draw * (uint)bound;
            if ((uint)product >= threshold)
                numbers[drawn++] = (int)(product >> 32);
        }
        return drawn;
    }
}
