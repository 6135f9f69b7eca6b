using System.Buffers.Binary;

namespace ImpactEval.Ingestion.Spss;

/// <summary>Fills the elements of the next case, eight bytes each, in the byte order of the file.</summary>
/// <returns>False when there is no further case.</returns>
delegate bool NextCase(Span<byte> elements);

/// <summary>Data compressed by bytecodes: eight commands, then the elements that they could not tell, then the next eight.</summary>
/// <remarks>GNU PSPP Developers Guide, System File Format, Data Record.</remarks>
sealed class BytecodeCases
{
    const int Element = 8;
    const byte Filling = 0;
    const byte LastNumber = 251;
    const byte EndOfFile = 252;
    const byte InFull = 253;
    const byte Spaces = 254;
    const byte SystemMissing = 255;

    readonly SpssBytes bytes;
    readonly SpssRefusal refusal;
    readonly byte[] commands = new byte[Element];
    int next = Element;
    bool hasEnded;

    /// <summary>What a command stands for, eight bytes each.</summary>
    readonly byte[] meanings = new byte[256 * Element];

    public BytecodeCases(SpssBytes bytes, double bias, SpssRefusal refusal)
    {
        (this.bytes, this.refusal) = (bytes, refusal);
        for (var code = 1; code <= LastNumber; code++)
            Write(code, code - bias);
        Write(SystemMissing, SpssFile.SystemMissing);
        Meaning(Spaces).Fill((byte)' ');
    }

    void Write(int code, double number)
    {
        if (bytes.IsBigEndian)
            BinaryPrimitives.WriteDoubleBigEndian(Meaning(code), number);
        else
            BinaryPrimitives.WriteDoubleLittleEndian(Meaning(code), number);
    }

    Span<byte> Meaning(int code) => meanings.AsSpan(code * Element, Element);

    public bool Next(Span<byte> elements)
    {
        for (var at = 0; at < elements.Length; at += Element)
        {
            var command = Command();
            if (command == EndOfFile)
                return at == 0 ? false : throw refusal.Damaged(bytes.Position, "EOF", $"{elements.Length / Element} values, not {at / Element}");
            if (command == InFull)
                bytes.Fill(elements.Slice(at, Element));
            else
                Meaning(command).CopyTo(elements[at..]);
        }
        return true;
    }

    byte Command()
    {
        while (!hasEnded)
        {
            if (next == Element)
            {
                next = 0;
                hasEnded = !bytes.TryFill(commands);
                continue;
            }
            var command = commands[next++];
            hasEnded = command == EndOfFile;
            if (command != Filling)
                return command;
        }
        return EndOfFile;
    }
}
