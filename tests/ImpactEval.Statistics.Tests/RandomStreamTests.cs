namespace ImpactEval.Statistics.Tests;

[TestClass]
public sealed class RandomStreamTests
{
    // Random123 1.14, tests/kat_vectors: philox4x32 10, counter 0 and key 0.
    [TestMethod]
    public void Agrees_with_the_known_answer_of_its_authors()
    {
        var stream = new RandomStream(0, 0);
        CollectionAssert.AreEqual(
            new uint[] { 0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8 },
            new[] { stream.NextUInt32(), stream.NextUInt32(), stream.NextUInt32(), stream.NextUInt32() });
    }

    [TestMethod]
    public void The_same_seed_and_stream_give_the_same_numbers()
    {
        var (one, two) = (new RandomStream(7, 3), new RandomStream(7, 3));
        for (var i = 0; i < 100; i++)
            Assert.AreEqual(one.NextUInt64(), two.NextUInt64());
    }

    [TestMethod]
    [DataRow(0, 40)]
    [DataRow(3, 16)]
    [DataRow(5, 7)]
    [DataRow(1, 100)]
    public void Filling_gives_the_numbers_one_by_one(int before, int count)
    {
        var (one, many) = (new RandomStream(0xFEDCBA9876543210, 0x123456789ABCDEF), new RandomStream(0xFEDCBA9876543210, 0x123456789ABCDEF));
        for (var i = 0; i < before; i++)
            Assert.AreEqual(one.NextUInt32(), many.NextUInt32());
        var numbers = new uint[count];
        many.Fill(numbers);
        foreach (var number in numbers)
            Assert.AreEqual(one.NextUInt32(), number);
        Assert.AreEqual(one.NextUInt32(), many.NextUInt32());
    }

    [TestMethod]
    public void Another_stream_gives_other_numbers() =>
        Assert.AreNotEqual(new RandomStream(7, 3).NextUInt64(), new RandomStream(7, 4).NextUInt64());

    [TestMethod]
    public void Bounded_integers_are_uniform()
    {
        var stream = new RandomStream(1, 1);
        var counts = new int[7];
        for (var i = 0; i < 70_000; i++)
            counts[stream.NextInt(7)]++;
        // Chi-square with 6 degrees of freedom; 27.9 is its 99.99 % quantile.
        Assert.IsLessThan(27.9, counts.Sum(count => (count - 10_000.0) * (count - 10_000) / 10_000));
    }

    [TestMethod]
    public void A_bound_that_is_not_positive_is_refused() =>
        Assert.ThrowsExactly<ArgumentOutOfRangeException>(() => new RandomStream(1, 1).NextInt(0));
}
