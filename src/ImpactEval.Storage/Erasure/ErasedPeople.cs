using ImpactEval.Storage.Databases;
using ImpactEval.Studies;

namespace ImpactEval.Storage.Erasure;

/// <summary>
/// Who may not come back: the vault keeps a keyed hash of everybody who was erased. A file is relieved of their rows before any of it is stored;
/// each such row is counted as refused and nothing of what stood there is kept.
/// </summary>
sealed class ErasedPeople
{
    const string Erasures = "SELECT count(*) FROM audit_log WHERE action IN ('erase', 'expire_identities', 'expire_answers')";

    const string Expired = "SELECT identities_expired_on FROM study WHERE study_id = @studyId";

    readonly Store store;
    readonly string organisation;
    readonly IReadOnlySet<string> tombstones;
    readonly bool withoutIdentities;
    readonly long erasures;

    ErasedPeople(Store store, string organisation, IReadOnlySet<string> tombstones, bool withoutIdentities, long erasures) =>
        (this.store, this.organisation, this.tombstones, this.withoutIdentities, this.erasures) = (store, organisation, tombstones, withoutIdentities, erasures);

    /// <summary>Who is erased at this moment.</summary>
    public static async Task<ErasedPeople> ReadAsync(Store store, Study study, CancellationToken cancel)
    {
        // Counted before the tombstones are read: an erasure between the two shows at the merge.
        var (erasures, expired) = await store.Records.ReadAsync(
            async session => (await CountAsync(session), await session.FirstOrDefaultAsync<string>(Expired, new { studyId = Import.IdOfStudy(study.Code) })), cancel);
        return new ErasedPeople(store, study.Programme.Sponsor.Code, await store.Vault.TombstonesAsync(cancel), expired is not null, erasures);
    }

    /// <summary>Nobody was erased since these people were read; asked inside the merge, under its lock.</summary>
    /// <exception cref="ErasedMeanwhileException">Somebody was: the file must be looked at again.</exception>
    public async Task AssertCurrentAsync(Session session)
    {
        if (await CountAsync(session) != erasures)
            throw new ErasedMeanwhileException();
    }

    public bool Contains(string code) => tombstones.Count > 0 && tombstones.Contains(store.Vault.TombstoneOf(organisation, code));

    /// <summary>The file and its redacted answers without the rows of erased people, and without identities once their time is over.</summary>
    public (FileRecords File, IReadOnlyList<string> RedactedAnswers) TakenOutOf(FileRecords file, IReadOnlyList<string> redactedAnswers)
    {
        // A caller who passed texts that do not fit is told so by the import itself.
        if (redactedAnswers.Count != file.Answers.Count)
            return (file, redactedAnswers);
        if (tombstones.Count > 0)
            (file, redactedAnswers) = WithoutErased(file, redactedAnswers);
        return (withoutIdentities ? WithoutIdentities(file, redactedAnswers) : file, redactedAnswers);
    }

    (FileRecords File, IReadOnlyList<string> RedactedAnswers) WithoutErased(FileRecords file, IReadOnlyList<string> redactedAnswers)
    {
        var codes = file.People.Select(person => person.Code)
            .Concat(file.Assessments.Select(taken => taken.Person)).Concat(file.Answers.Select(answer => answer.Person))
            .Distinct(StringComparer.Ordinal).Where(Contains).ToHashSet(StringComparer.Ordinal);
        var rows = file.People.Where(person => codes.Contains(person.Code)).Select(person => person.SourceRow)
            .Concat(file.Assessments.Where(taken => codes.Contains(taken.Person)).Select(taken => taken.SourceRow))
            .Concat(file.Answers.Where(answer => codes.Contains(answer.Person)).Select(answer => answer.SourceRow))
            // A rejected row has no record; where its code was reported, the code tells whose it is.
            .Concat(file.Problems.Where(problem => problem.Rejects && Contains(problem.Found.Trim())).Select(problem => problem.Row))
            .ToHashSet();
        if (rows.Count == 0)
            return (file, redactedAnswers);
        var problems = file.Problems.Where(problem => !rows.Contains(problem.Row))
            .Concat(rows.Order().Select(row => new RowProblem(row, "", RowProblemKind.ErasedPerson, Found: "")));
        var without = file with
        {
            People = [.. file.People.Where(person => !codes.Contains(person.Code))],
            Assessments = [.. file.Assessments.Where(taken => !codes.Contains(taken.Person))],
            Answers = [.. file.Answers.Where(answer => !codes.Contains(answer.Person))],
            Problems = [.. problems],
        };
        return (without, [.. redactedAnswers.Where((_, place) => !codes.Contains(file.Answers[place].Person))]);
    }

    /// <summary>Names and texts as written are not kept any more; what is redacted stays.</summary>
    static FileRecords WithoutIdentities(FileRecords file, IReadOnlyList<string> redactedAnswers) => file with
    {
        People = [.. file.People.Select(person => person with { Identity = new Dictionary<string, string>() })],
        Answers = [.. file.Answers.Select((answer, place) => answer with { Text = redactedAnswers[place] })],
        Problems = [.. file.Problems.Select(problem => problem with { Found = "" })],
    };

    static async Task<long> CountAsync(Session session) => (await session.QueryAsync<long>(Erasures)).Single();
}

/// <summary>Somebody was erased while a file was on its way in. It never leaves this project.</summary>
sealed class ErasedMeanwhileException() : Exception("A person was erased while the file was being stored.");
