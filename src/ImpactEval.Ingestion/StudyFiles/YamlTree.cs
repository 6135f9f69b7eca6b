using ImpactEval.Studies;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace ImpactEval.Ingestion.StudyFiles;

/// <summary>A part of a YAML file that knows its line, so that what is wrong with it can be shown.</summary>
abstract record YamlPart(int Line);

/// <param name="Quoted">Written in quotes or as a block: text even where it looks like a number.</param>
sealed record YamlText(int Line, string Text, bool Quoted) : YamlPart(Line);

sealed record YamlList(int Line, IReadOnlyList<YamlPart> Items) : YamlPart(Line);

sealed record YamlMap(int Line, IReadOnlyList<YamlEntry> Entries) : YamlPart(Line);

/// <summary>A key and its value; a key that stands twice is two entries.</summary>
sealed record YamlEntry(int Line, string Key, YamlPart Value);

/// <summary>Builds the parts of one YAML document from the parser's events.</summary>
sealed class YamlTree
{
    /// <summary>A study file nests eight deep; the limit keeps a hostile file from exhausting the stack.</summary>
    const int DeepestNesting = 64;

    readonly string file;
    readonly Parser parser;
    readonly Dictionary<AnchorName, YamlPart> anchored = [];

    YamlTree(string text, string file)
    {
        this.file = file;
        parser = new Parser(new StringReader(text));
    }

    /// <exception cref="BrokenContractException">The text is not one YAML document.</exception>
    public static YamlPart Read(string text, string file)
    {
        var tree = new YamlTree(text, file);
        try
        {
            return tree.Document();
        }
        catch (YamlException broken)
        {
            throw tree.NotYaml((int)broken.Start.Line, broken.InnerException?.Message ?? broken.Message);
        }
        // The scanner meets some broken flow mappings in a state it did not foresee (found by damaging sound files at random).
        catch (InvalidOperationException)
        {
            throw tree.NotYaml(tree.parser.Current is { } last ? LineOf(last) : 1, "");
        }
    }

    YamlPart Document()
    {
        parser.Consume<StreamStart>();
        if (!parser.TryConsume<DocumentStart>(out _))
            throw NotYaml(1, "");
        var root = Part(0);
        parser.Consume<DocumentEnd>();
        return parser.TryConsume<StreamEnd>(out _) ? root : throw NotYaml(LineOf(parser.Current!), "---");
    }

    YamlPart Part(int depth)
    {
        if (depth > DeepestNesting)
            throw NotYaml(LineOf(parser.Current!), $"> {DeepestNesting} levels");
        if (parser.TryConsume<AnchorAlias>(out var alias))
            return anchored.TryGetValue(alias.Value, out var named) ? named : throw NotYaml(LineOf(alias), $"*{alias.Value}");
        var anchor = parser.Current is NodeEvent { Anchor.IsEmpty: false } node ? node.Anchor : default;
        var part = Unnamed(depth);
        if (!anchor.IsEmpty)
            anchored[anchor] = part;
        return part;
    }

    YamlPart Unnamed(int depth)
    {
        if (parser.TryConsume<Scalar>(out var scalar))
            return new YamlText(LineOf(scalar), scalar.Value, scalar.Style is not (ScalarStyle.Plain or ScalarStyle.Any));
        if (parser.TryConsume<SequenceStart>(out var list))
        {
            var items = new List<YamlPart>();
            while (!parser.TryConsume<SequenceEnd>(out _))
                items.Add(Part(depth + 1));
            return new YamlList(LineOf(list), items);
        }
        var map = parser.Consume<MappingStart>();
        var entries = new List<YamlEntry>();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = Part(depth + 1) as YamlText ?? throw NotYaml(LineOf(map), "? […]");
            entries.Add(new YamlEntry(key.Line, key.Text, Part(depth + 1)));
        }
        return new YamlMap(LineOf(map), entries);
    }

    static int LineOf(ParsingEvent happening) => (int)happening.Start.Line;

    BrokenContractException NotYaml(int line, string found) =>
        new([new ContractProblem(ContractProblemKind.StudyFileNotYaml, file, line, found, "YAML")]);
}
