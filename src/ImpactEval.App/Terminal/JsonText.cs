using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ImpactEval.App.Terminal;

/// <summary>JSON as every verb prints it: indented, letters as they are, the same bytes on any machine.</summary>
static class JsonText
{
    static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(TextWriter output, Action<Utf8JsonWriter> content)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
            content(json);
        output.Write(Encoding.UTF8.GetString(buffer.ToArray()) + "\n");
    }
}
