namespace ImpactEval.Ingestion.Records;

/// <summary>A set of hashes in eight to sixteen bytes each, a third of what a general set takes: a file may have millions of rows.</summary>
sealed class HashSlots
{
    const int FewestSlots = 1 << 10;

    /// <summary>Zero is an empty slot; the hash that is zero shares the slot of one, which costs a closer look and nothing else.</summary>
    const ulong Empty = 0;

    ulong[] slots = new ulong[FewestSlots];
    int count;

    /// <returns>False when it is there already.</returns>
    public bool Add(ulong hash)
    {
        if (4L * count >= 3L * slots.Length)
            Grow();
        var isNew = Put(slots, Math.Max(hash, 1));
        count += isNew ? 1 : 0;
        return isNew;
    }

    public void Clear() => (slots, count) = (new ulong[FewestSlots], 0);

    /// <summary>Linear probing; the number of slots is a power of two, and FNV's low bits are well mixed.</summary>
    static bool Put(ulong[] slots, ulong hash)
    {
        var at = (int)(hash & (ulong)(slots.Length - 1));
        for (; slots[at] != Empty; at = (at + 1) & (slots.Length - 1))
        {
            if (slots[at] == hash)
                return false;
        }
        slots[at] = hash;
        return true;
    }

    void Grow()
    {
        var larger = new ulong[2 * slots.Length];
        foreach (var hash in slots)
        {
            if (hash != Empty)
                Put(larger, hash);
        }
        slots = larger;
    }
}
