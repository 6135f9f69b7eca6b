namespace ImpactEval.Ingestion;

/// <summary>A file's content in memory: the fingerprint, the gate and the reader see the same bytes even if the file changes meanwhile.</summary>
static class FileBytes
{
    /// <exception cref="IOException">The file cannot be read, whatever the system's reason.</exception>
    public static byte[] Of(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (UnauthorizedAccessException refused)
        {
            throw new IOException(refused.Message, refused);
        }
    }
}
