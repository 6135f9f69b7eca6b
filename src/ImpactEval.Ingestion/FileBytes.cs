namespace ImpactEval.Ingestion;

/// <summary>Files of the system, with one kind of failure for all its reasons.</summary>
static class FileBytes
{
    /// <summary>A file's content in memory.</summary>
    /// <exception cref="IOException">The file cannot be read, whatever the system's reason.</exception>
    public static byte[] Of(string path) => OrRefused(() => File.ReadAllBytes(path));

    /// <summary>A file to be read from front to back.</summary>
    /// <exception cref="IOException">The file cannot be read, whatever the system's reason.</exception>
    public static Stream Open(string path, int blockSize) =>
        OrRefused(() => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, blockSize, FileOptions.SequentialScan));

    static T OrRefused<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (UnauthorizedAccessException refused)
        {
            throw new IOException(refused.Message, refused);
        }
    }
}
