using System.Security.Cryptography;
using System.Text;
using ImpactEval.Storage.Vaults;

namespace ImpactEval.Storage.Tests.Vaults;

[TestClass]
public sealed class VaultKeyTests
{
    readonly string folder = Directory.CreateTempSubdirectory("impacteval-key-").FullName;

    string KeyFile => Path.Combine(folder, "vault.key");

    [TestCleanup]
    public void Remove() => Directory.Delete(folder, recursive: true);

    [TestMethod]
    public void The_key_is_made_once_of_32_bytes_and_for_its_owner_only()
    {
        var made = VaultKey.Open(KeyFile, null);
        var bytes = File.ReadAllBytes(KeyFile);
        var again = VaultKey.Open(KeyFile, made.Fingerprint);

        Assert.HasCount(32, bytes);
        Assert.AreEqual(made.Fingerprint, again.Fingerprint);
        CollectionAssert.AreEqual(bytes, File.ReadAllBytes(KeyFile));
        if (!OperatingSystem.IsWindows())
            Assert.AreEqual(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(KeyFile));
        Assert.HasCount(1, Directory.GetFiles(folder));
    }

    [TestMethod]
    public void Programs_that_make_the_key_at_the_same_time_end_up_with_the_same_key()
    {
        var made = new string[16];
        Parallel.For(0, made.Length, place => made[place] = VaultKey.Open(KeyFile, null).Fingerprint);

        Assert.HasCount(1, made.Distinct());
        Assert.HasCount(1, Directory.GetFiles(folder));
    }

    [TestMethod]
    public void A_number_is_the_first_63_bits_of_the_keyed_hash_and_the_check_the_next_64()
    {
        var key = VaultKey.Open(KeyFile, null);
        // RFC 2104 over organisation, a zero byte and the code, read as two big-endian numbers.
        var hash = HMACSHA256.HashData(File.ReadAllBytes(KeyFile), Encoding.UTF8.GetBytes("JICA\0HV-001"));
        var expected = hash.Take(8).Aggregate(0UL, (number, octet) => number << 8 | octet) / 2;
        var check = hash.Skip(8).Take(8).Aggregate(0UL, (number, octet) => number << 8 | octet);

        var number = key.NumberOf("JICA", "HV-001");

        Assert.AreEqual((long)expected, number.Id.Value);
        Assert.AreEqual(unchecked((long)check), number.KeyCheck);
    }

    [TestMethod]
    public void Another_code_organisation_or_key_is_another_number()
    {
        var key = VaultKey.Open(KeyFile, null);
        var other = VaultKey.Open(Path.Combine(folder, "other.key"), null);

        var numbers = new[] { key.NumberOf("JICA", "A1"), key.NumberOf("JICA", "A2"), key.NumberOf("CBIE", "A1"), other.NumberOf("JICA", "A1") };

        Assert.HasCount(4, numbers.Distinct());
        Assert.AreEqual(key.NumberOf("JICA", "A1"), numbers[0]);
    }

    [TestMethod]
    public void A_key_cut_short_is_refused()
    {
        File.WriteAllBytes(KeyFile, new byte[31]);

        Assert.AreEqual(StoreUnavailableKind.VaultKeyForeign, Assert.ThrowsExactly<StoreUnavailableException>(() => VaultKey.Open(KeyFile, null)).Kind);
    }
}
