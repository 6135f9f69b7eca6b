using System.Globalization;
using System.Text;
using ImpactEval.Statistics;

namespace ImpactEval.Benchmarks.Load;

/// <summary>A study of one questionnaire and a survey file of it, as large as wanted: one line per assessment, every line another person.</summary>
sealed class SurveyFile
{
    public const int Items = 50;

    /// <summary>Of a hundred answers; what surveys of this kind lack.</summary>
    const int Missing = 6;

    const string FileName = "khao-sat.csv";

    SurveyFile(string folder, int lines) => (Folder, Lines) = (folder, lines);

    public string Folder { get; }

    public int Lines { get; }

    public string Path => System.IO.Path.Combine(Folder, FileName);

    public string ItemRowsPath => System.IO.Path.Combine(Folder, "item-rows.csv");

    public static IEnumerable<string> ItemCodes => Enumerable.Range(1, Items).Select(item => $"C{item:00}");

    /// <summary>The same seed gives the same bytes; another one another content under the same name.</summary>
    public static SurveyFile Write(string folder, int lines, ulong seed, bool withItemRows = false)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(System.IO.Path.Combine(folder, "study.yaml"), StudyText());
        var survey = new SurveyFile(folder, lines);
        using var file = new StreamWriter(survey.Path, append: false, new UTF8Encoding(false), 1 << 20) { NewLine = "\n" };
        using var items = withItemRows ? new StreamWriter(survey.ItemRowsPath, append: false, new UTF8Encoding(false), 1 << 20) { NewLine = "\n" } : StreamWriter.Null;
        file.WriteLine($"Mã học viên,Ngày làm,Thời điểm,{string.Join(',', ItemCodes)}");
        items.WriteLine("person,taken_on,wave,item,score");
        var stream = new RandomStream(seed, stream: 0);
        var line = new StringBuilder();
        for (var number = 0; number < lines; number++)
        {
            var head = string.Create(CultureInfo.InvariantCulture, $"HV-{number:0000000},2024-{1 + number % 12:00}-{1 + number % 28:00},pre");
            line.Clear().Append(head);
            for (var item = 1; item <= Items; item++)
            {
                line.Append(',');
                if (stream.NextUInt32() % 100 < Missing)
                    continue;
                var score = 1 + stream.NextUInt32() % 5;
                line.Append(score);
                if (withItemRows)
                    items.WriteLine($"{head},{item},{score}");
            }
            file.WriteLine(line);
        }
        return survey;
    }

    static string StudyText()
    {
        var items = ItemCodes.Select(code => $$"""      - { code: {{code}}, text: { vi: "Câu {{code}}", en: "Question {{code}}" } }""");
        return $$"""
            study: load
            title: { vi: "Đo tốc độ nạp (dữ liệu mô phỏng)", en: "Speed of loading (simulated data)" }
            programme: { sponsor: { code: JICA, name: { vi: "JICA" } }, calendar: japan }
            cohorts:
              - { code: L1, title: { vi: "Lớp 1" }, starts: 2024-01-08, ends: 2024-02-02 }
            waves:
              - { code: pre, kind: pre, month: -1, title: { vi: "Trước", en: "Before" } }
              - { code: post, kind: post, month: 0, title: { vi: "Sau", en: "After" } }
            instruments:
              - code: self
                title: { vi: "Tự đánh giá", en: "Self-assessment" }
                level: learning
                scale: { low: 1, high: 5 }
                scoring: { rule: mean, missing: skip, minimumAnswered: 0.5 }
                items:
            {{string.Join('\n', items)}}
            sources:
              - code: survey
                title: { vi: "Khảo sát", en: "Survey" }
                kind: assessments
                file: {{FileName}}
                columns: { participant: "Mã học viên", date: "Ngày làm", wave: "Thời điểm" }
                assessments:
                  - { instrument: self, heading: code }
            design: { kind: single_group, primaryOutcomes: [self] }
            analysis: { confidenceLevel: 0.95, resamples: 999, seed: 1 }

            """;
    }
}
