namespace ImpactEval.Statistics.Resampling;

/// <summary>Numbers from 0 to below a bound, each as likely as any other, many at a time: up to three of them from one word of chance.</summary>
/// <remarks>Brackett-Rozinsky and Lemire (2024), Batched ranged random integer generation, Software: Practice and Experience 55(1).</remarks>
sealed class EvenDraws
{
    /// <summary>Words are shared only as long as one in so many is refused at most.</summary>
    const ulong FewRefused = 1024;

    readonly uint bound;
    readonly int perWord;
    readonly uint threshold;
    readonly uint[] words = new uint[512];

    public EvenDraws(int bound)
    {
        this.bound = (uint)bound;
        var combinations = (ulong)this.bound;
        for (perWord = 1; perWord < 3 && combinations * this.bound <= (1UL << 32) / FewRefused; perWord++)
            combinations *= this.bound;
        threshold = (uint)((1UL << 32) % combinations);
    }

    public int Bound => (int)bound;

    public void Fill(RandomStream stream, Span<int> numbers)
    {
        for (var drawn = 0; drawn < numbers.Length;)
        {
            var wanted = Math.Min(words.Length, (numbers.Length - drawn + perWord - 1) / perWord);
            stream.Fill(words.AsSpan(0, wanted));
            drawn += perWord switch
            {
                1 => Singles(words.AsSpan(0, wanted), numbers[drawn..]),
                2 => Pairs(words.AsSpan(0, wanted), numbers[drawn..]),
                _ => Triples(words.AsSpan(0, wanted), numbers[drawn..]),
            };
        }
    }

    /// <summary>How many numbers the words gave; a word that would make some likelier is refused, here as below.</summary>
    int Singles(ReadOnlySpan<uint> draws, Span<int> numbers)
    {
        var drawn = 0;
        foreach (var draw in draws)
        {
            var product = (ulong)draw * bound;
            if ((uint)product < threshold)
                continue;
            numbers[drawn++] = (int)(product >> 32);
        }
        return drawn;
    }

    int Pairs(ReadOnlySpan<uint> draws, Span<int> numbers)
    {
        var drawn = 0;
        foreach (var draw in draws)
        {
            var first = (ulong)draw * bound;
            var second = (uint)first * (ulong)bound;
            if ((uint)second < threshold)
                continue;
            numbers[drawn++] = (int)(first >> 32);
            if (drawn < numbers.Length)
                numbers[drawn++] = (int)(second >> 32);
        }
        return drawn;
    }

    int Triples(ReadOnlySpan<uint> draws, Span<int> numbers)
    {
        var drawn = 0;
        foreach (var draw in draws)
        {
            var first = (ulong)draw * bound;
            var second = (uint)first * (ulong)bound;
            var third = (uint)second * (ulong)bound;
            if ((uint)third < threshold)
                continue;
            numbers[drawn++] = (int)(first >> 32);
            if (drawn < numbers.Length)
                numbers[drawn++] = (int)(second >> 32);
            if (drawn < numbers.Length)
                numbers[drawn++] = (int)(third >> 32);
        }
        return drawn;
    }
}
