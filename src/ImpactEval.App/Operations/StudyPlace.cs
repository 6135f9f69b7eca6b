using System.CommandLine;
using ImpactEval.App.CommandLine;
using ImpactEval.Storage;

namespace ImpactEval.App.Operations;

/// <summary>Where a study lies, where its results go, and where its store is.</summary>
sealed record StudyPlace(string Folder, string OutputFolder, StoreLocation StoreLocation)
{
    const string DefaultOutput = "out", DefaultStore = ".impacteval";

    /// <summary>Who stands in the audit log for what is changed.</summary>
    public Author Author { get; init; } = Author.OfThisProcess;

    /// <summary>A folder that was never used is no store yet; of a server only the server knows.</summary>
    public bool StoreExists => StoreLocation is not StoreLocation.Folder folder || Directory.Exists(folder.Path);

    /// <summary>A study whose results and store lie where they usually do.</summary>
    public static StudyPlace Of(string folder)
    {
        var store = Path.Combine(folder, DefaultStore);
        return new StudyPlace(folder, Path.Combine(folder, DefaultOutput), StoreLocation.Parse(store, keyFolder: store));
    }

    public static StudyPlace Of(ParseResult parsed, CommonOptions options)
    {
        var folder = parsed.GetRequiredValue(options.Study);
        var verb = parsed.CommandResult.Command;
        var output = verb.Options.Contains(options.Output) ? parsed.GetValue(options.Output) : null;
        var database = verb.Options.Contains(options.Database) ? parsed.GetValue(options.Database) : null;
        var place = Of(folder, database, parsed.GetValue(options.Actor));
        return output is null ? place : place with { OutputFolder = output };
    }

    /// <param name="database">Null: where stores usually lie.</param>
    /// <param name="actor">Null: the account that runs the program.</param>
    public static StudyPlace Of(string folder, string? database, string? actor)
    {
        var store = Path.Combine(folder, DefaultStore);
        return new StudyPlace(folder, Path.Combine(folder, DefaultOutput), StoreLocation.Parse(database ?? store, keyFolder: store))
        {
            Author = actor is { Length: > 0 } ? new Author(actor, TimeProvider.System) : Author.OfThisProcess,
        };
    }
}
