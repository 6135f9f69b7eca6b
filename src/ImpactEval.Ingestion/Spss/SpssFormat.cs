namespace ImpactEval.Ingestion.Spss;

/// <summary>How SPSS shows a value; numbers as the file holds them.</summary>
/// <remarks>GNU PSPP Developers Guide, System File Format, Variable Record.</remarks>
enum SpssFormatType : byte
{
    A = 1,
    AHex = 2,
    Comma = 3,
    Dollar = 4,
    F = 5,
    IB = 6,
    PIBHex = 7,
    P = 8,
    PIB = 9,
    PK = 10,
    RB = 11,
    RBHex = 12,
    Z = 15,
    N = 16,
    E = 17,
    Date = 20,
    Time = 21,
    DateTime = 22,
    ADate = 23,
    JDate = 24,
    DTime = 25,
    WeekDay = 26,
    Month = 27,
    MoYr = 28,
    QYr = 29,
    WkYr = 30,
    Pct = 31,
    Dot = 32,
    CCA = 33,
    CCB = 34,
    CCC = 35,
    CCD = 36,
    CCE = 37,
    EDate = 38,
    SDate = 39,
    MTime = 40,
    YmdHms = 41,
}

/// <summary>What the values of a variable are.</summary>
enum SpssValueKind { Number, Text, Date, DateAndTime, Duration }

/// <param name="Width">Characters of the shown value.</param>
/// <param name="Decimals">Of them, places after the decimal mark.</param>
readonly record struct SpssFormat(SpssFormatType Type, int Width, int Decimals)
{
    /// <summary>From the packed form of the variable record: decimals, width and type in the three lower bytes.</summary>
    /// <remarks>Files are about with an unknown type; as SPSS does, such a variable is shown as a plain number or text.</remarks>
    public static SpssFormat Of(int packed, bool isText)
    {
        var type = (SpssFormatType)(byte)(packed >> 16);
        var isKnown = Enum.IsDefined(type) && (type is SpssFormatType.A or SpssFormatType.AHex) == isText;
        return isKnown
            ? new SpssFormat(type, (byte)(packed >> 8), (byte)packed)
            : new SpssFormat(isText ? SpssFormatType.A : SpssFormatType.F, 8, isText ? 0 : 2);
    }

    public SpssValueKind Kind => Type switch
    {
        SpssFormatType.A or SpssFormatType.AHex => SpssValueKind.Text,
        SpssFormatType.Date or SpssFormatType.ADate or SpssFormatType.EDate or SpssFormatType.SDate or SpssFormatType.JDate
            or SpssFormatType.MoYr or SpssFormatType.QYr or SpssFormatType.WkYr => SpssValueKind.Date,
        SpssFormatType.DateTime or SpssFormatType.YmdHms => SpssValueKind.DateAndTime,
        SpssFormatType.Time or SpssFormatType.DTime or SpssFormatType.MTime => SpssValueKind.Duration,
        _ => SpssValueKind.Number,
    };
}
