using System.Text;

namespace ImpactEval.Language.Tests;

/// <summary>Every person, number and address here is invented.</summary>
[TestClass]
public sealed class PersonalDataTests
{
    [TestMethod]
    [DataRow("Tôi là Nguyễn Văn Đại, phụ trách một cửa.", "Tôi là [tên], phụ trách một cửa.")]
    [DataRow("Cảm ơn cô Nhàn và thầy Suzuki Ichiro của JICA.", "Cảm ơn cô [tên] và thầy [tên] của JICA.")]
    [DataRow("Chị H'Blăm và ông Sùng A Páo cùng đề nghị.", "Chị [tên] và ông [tên] cùng đề nghị.")]
    [DataRow("Đồng chí Chủ tịch Phạm Hữu Lợi chủ trì.", "Đồng chí Chủ tịch [tên] chủ trì.")]
    [DataRow("PGS.TS Đỗ Thị Lụa trình bày.", "PGS.TS [tên] trình bày.")]
    [DataRow("chủ tịch xã Bùi Văn Khoái cho biết", "chủ tịch xã [tên] cho biết")]
    [DataRow("TÔI LÀ TRẦN VĂN SÁU", "TÔI LÀ [tên]")]
    [DataRow("người gửi: nguyễn thị hoa mai", "người gửi: [tên]")]
    [DataRow("Mme Julie Moreau et M. Paul Petit ont répondu.", "Mme [tên] et M. [tên] ont répondu.")]
    [DataRow("Ms. Emma Stone helped us.", "Ms. [tên] helped us.")]
    [DataRow("講師の鈴木一郎さんに感謝します。", "講師の[tên]さんに感謝します。")]
    public void Names_are_taken_out(string text, string expected) => Assert.AreEqual(expected, PersonalData.Redact(text).Value);

    [TestMethod]
    [DataRow("Gọi 0905 111 222 hoặc (024) 3999 8888.", "Gọi [số điện thoại] hoặc [số điện thoại].")]
    [DataRow("Zalo +84.905.111.222", "Zalo [số điện thoại]")]
    [DataRow("SĐT: 905111222", "SĐT: [số điện thoại]")]
    [DataRow("Thư: le.hoa@so-noi-vu.example.vn.", "Thư: [thư điện tử].")]
    [DataRow("CCCD 001099012345, hộ chiếu C7654321", "CCCD [số giấy tờ], hộ chiếu [số giấy tờ]")]
    [DataRow("Số chứng minh nhân dân của tôi: 123456789", "Số chứng minh nhân dân của tôi: [số giấy tờ]")]
    public void Numbers_and_addresses_are_taken_out(string text, string expected) => Assert.AreEqual(expected, PersonalData.Redact(text).Value);

    [TestMethod]
    [DataRow("Trụ sở ở đường Nguyễn Trãi, phường Lê Lợi, gần Trường THPT Phan Đình Phùng.")]
    [DataRow("Hòa Bình, Thái Bình, Lâm Đồng và Bà Rịa - Vũng Tàu cử học viên.")]
    [DataRow("Ông chủ tịch chưa đồng ý; bà con và anh em cán bộ ủng hộ.")]
    [DataRow("Anh chị em Hà Nội nhiệt tình.")]
    [DataRow("Kính gửi đồng chí Chủ tịch, Bí thư Tỉnh ủy.")]
    [DataRow("Em Rất hài lòng. Em Cảm ơn.")]
    [DataRow("Sở Nội vụ, UBND thành phố Hồ Chí Minh và Đoàn Thanh niên.")]
    [DataRow("ĐÀO TẠO CÁN BỘ RẤT TỐT")]
    [DataRow("Nghị định 101/2017/NĐ-CP ngày 01/09/2017, 1.250 học viên, 45,6%.")]
    [DataRow("Từ 01.02.2024 đến 05.02.2024, kinh phí 150000000 đồng, tài khoản 001099012345.")]
    [DataRow("職員さんと皆さんに感謝します。")]
    public void What_only_looks_like_personal_data_stays(string text) => Assert.AreEqual(text, PersonalData.Redact(text).Value);

    [TestMethod]
    public void People_of_the_roster_are_found_in_any_spelling()
    {
        var roster = NameList.Of(["Lường Thị Ỏn", "Hoa"]);
        Assert.AreEqual("Nhờ [tên] và [tên] hỗ trợ, hoa đẹp", PersonalData.Redact("Nhờ luong thi on và LƯỜNG THỊ ỎN hỗ trợ, hoa đẹp", roster).Value);
    }

    [TestMethod]
    public void A_name_of_the_roster_that_holds_another_is_taken_whole()
    {
        var roster = NameList.Of(["Thị Ỏn", "Lường Thị Ỏn"]);
        Assert.AreEqual("gặp [tên] và [tên]", PersonalData.Redact("gặp lường thị ỏn và thị ỏn", roster).Value);
    }

    [TestMethod]
    public void Spans_lie_in_the_text_apart_and_in_order_also_when_it_is_decomposed()
    {
        const string Text = "Ông Lê Hữu Thọ (0905 111 222, tho@example.vn) và chị Đỗ Thị Thu, CCCD 001099012345.";
        foreach (var form in new[] { NormalizationForm.FormC, NormalizationForm.FormD })
        {
            var text = Text.Normalize(form);
            var spans = PersonalData.Redact(text).Spans;
            CollectionAssert.AreEqual(
                new[] { "Lê Hữu Thọ", "0905 111 222", "tho@example.vn", "Đỗ Thị Thu", "001099012345" },
                spans.Select(span => span.Span.In(text).Normalize(NormalizationForm.FormC)).ToArray());
            Assert.IsTrue(spans.Zip(spans.Skip(1)).All(pair => pair.First.Span.End <= pair.Second.Span.Start));
        }
    }

    [TestMethod]
    public void A_redacted_text_has_nothing_left_to_redact()
    {
        var once = PersonalData.Redact("Bà Vũ Thị Na, 0905111222, na@example.vn, CCCD 001099012345.").Value;
        Assert.AreEqual(once, PersonalData.Redact(once).Value);
    }
}
