using ImpactEval.Ingestion.Matching;

namespace ImpactEval.Ingestion.Tests.Matching;

[TestClass]
public sealed class JaroWinklerTests
{
    /// <summary>Three digits, as the table prints them.</summary>
    const double Printed = 0.0005001;

    // Winkler (2006), Overview of record linkage and current research directions, U.S. Census Bureau, Research Report Series (Statistics #2006-2): comparison of string comparators.
    [TestMethod]
    [DataRow("SHACKLEFORD", "SHACKELFORD", 0.970, 0.982)]
    [DataRow("DUNNINGHAM", "CUNNIGHAM", 0.896, 0.896)]
    [DataRow("NICHLESON", "NICHULSON", 0.926, 0.956)]
    [DataRow("JONES", "JOHNSON", 0.790, 0.832)]
    [DataRow("MASSEY", "MASSIE", 0.889, 0.933)]
    [DataRow("ABROMS", "ABRAMS", 0.889, 0.922)]
    [DataRow("JERALDINE", "GERALDINE", 0.926, 0.926)]
    [DataRow("MARHTA", "MARTHA", 0.944, 0.961)]
    [DataRow("MICHELLE", "MICHAEL", 0.869, 0.921)]
    [DataRow("JULIES", "JULIUS", 0.889, 0.933)]
    [DataRow("TANYA", "TONYA", 0.867, 0.880)]
    [DataRow("DWAYNE", "DUANE", 0.822, 0.840)]
    [DataRow("SEAN", "SUSAN", 0.783, 0.805)]
    [DataRow("JON", "JOHN", 0.917, 0.933)]
    public void Agrees_with_Winklers_table(string one, string other, double jaro, double winkler)
    {
        Assert.AreEqual(jaro, JaroWinkler.Jaro(one, other), Printed);
        Assert.AreEqual(winkler, JaroWinkler.Of(one, other), Printed);
    }

    [TestMethod]
    [DataRow("nguyen van an", "nguyen an van")]
    [DataRow("", "an")]
    [DataRow("ab", "ba")]
    public void Either_text_may_stand_first(string one, string other) => Assert.AreEqual(JaroWinkler.Of(one, other), JaroWinkler.Of(other, one));

    [TestMethod]
    public void Equal_texts_are_wholly_alike_and_texts_without_a_common_letter_not_at_all()
    {
        Assert.AreEqual(1, JaroWinkler.Of("hòa", "hòa"));
        Assert.AreEqual(0, JaroWinkler.Of("abc", "xyz"));
    }
}
