namespace ImpactEval.Samples;

/// <summary>Cities that belonged to a province in 2024, with the province's name of that year.</summary>
static class Places
{
    public static readonly (string City, string Province)[] Cities =
    [
        ("Lào Cai", "Lào Cai"), ("Yên Bái", "Yên Bái"), ("Sơn La", "Sơn La"), ("Lạng Sơn", "Lạng Sơn"), ("Thái Nguyên", "Thái Nguyên"),
        ("Việt Trì", "Phú Thọ"), ("Bắc Ninh", "Bắc Ninh"), ("Hạ Long", "Quảng Ninh"), ("Uông Bí", "Quảng Ninh"), ("Hải Dương", "Hải Dương"),
        ("Nam Định", "Nam Định"), ("Ninh Bình", "Ninh Bình"), ("Thanh Hóa", "Thanh Hóa"), ("Vinh", "Nghệ An"), ("Hà Tĩnh", "Hà Tĩnh"),
        ("Đồng Hới", "Quảng Bình"), ("Đông Hà", "Quảng Trị"), ("Hội An", "Quảng Nam"), ("Tam Kỳ", "Quảng Nam"), ("Quảng Ngãi", "Quảng Ngãi"),
        ("Quy Nhơn", "Bình Định"), ("Tuy Hòa", "Phú Yên"), ("Nha Trang", "Khánh Hòa"), ("Phan Thiết", "Bình Thuận"), ("Buôn Ma Thuột", "Đắk Lắk"),
        ("Pleiku", "Gia Lai"), ("Đà Lạt", "Lâm Đồng"), ("Biên Hòa", "Đồng Nai"), ("Vũng Tàu", "Bà Rịa - Vũng Tàu"), ("Mỹ Tho", "Tiền Giang"),
        ("Cao Lãnh", "Đồng Tháp"), ("Long Xuyên", "An Giang"), ("Rạch Giá", "Kiên Giang"), ("Cà Mau", "Cà Mau"),
    ];

    public static IReadOnlyList<string> Provinces { get; } = [.. Cities.Select(place => place.Province).Distinct()];
}
