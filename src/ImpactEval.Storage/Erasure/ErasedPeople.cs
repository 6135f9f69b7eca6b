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

    /// <summary>The file without the rows of erased people, and without identities once their time is over. With somebody to leave out it is gone
    /// through once, since what is said of it as a whole changes.</summary>
    public CheckedFile TakenOutOf(CheckedFile file, Func<string, string> redact)
    {
        if (withoutIdentities)
            file = file with { Batches = file.Batches.Select(batch => WithoutIdentities(batch, redact)) };
        if (tombstones.Count == 0)
            return file;
        var batches = file.Batches.Select(WithoutErased);
        var counts = new SortedDictionary<(RowProblemKind Kind, bool Rejects), int>();
        var rejected = 0;
        foreach (var problems in batches.Select(batch => batch.Problems))
        {
            foreach (var problem in problems)
                counts[(problem.Kind, problem.Rejects)] = counts.GetValueOrDefault((problem.Kind, problem.Rejects)) + 1;
            rejected += problems.Where(problem => problem.Rejects).Select(problem => problem.Row).Distinct().Count();
        }
        return file with
        {
            RowsRejected = rejected,
            Problems = [.. counts.Select(count => new ProblemCount(count.Key.Kind, count.Key.Rejects, count.Value))],
            Batches = batches,
        };
    }

    FileBatch WithoutErased(FileBatch batch)
    {
        var codes = batch.People.Select(person => person.Code)
            .Concat(batch.Assessments.Select(taken => taken.Person)).Concat(batch.Answers.Select(answer => answer.Person))
            .Distinct(StringComparer.Ordinal).Where(Contains).ToHashSet(StringComparer.Ordinal);
        var rows = batch.People.Where(person => codes.Contains(person.Code)).Select(person => person.SourceRow)
            .Concat(batch.Assessments.Where(taken => codes.Contains(taken.Person)).Select(taken => taken.SourceRow))
            .Concat(batch.Answers.Where(answer => codes.Contains(answer.Person)).Select(answer => answer.SourceRow))
            // A rejected row has no record; where its code was reported, the code tells whose it is.
            .Concat(batch.Problems.Where(problem => problem.Rejects && Contains(problem.Found.Trim())).Select(problem => problem.Row))
            .ToHashSet();
        if (rows.Count == 0)
            return batch;
        var problems = batch.Problems.Where(problem => !rows.Contains(problem.Row))
            .Concat(rows.Order().Select(row => new RowProblem(row, "", RowProblemKind.ErasedPerson, Found: "")));
        return new FileBatch(
            [.. batch.People.Where(person => !codes.Contains(person.Code))],
            [.. batch.Assessments.Where(taken => !codes.Contains(taken.Person))],
            [.. batch.Answers.Where(answer => !codes.Contains(answer.Person))],
            [.. problems]);
    }

    /// <summary>Names and texts as written are not kept any more; what is redacted stays.</summary>
    static FileBatch WithoutIdentities(FileBatch batch, Func<string, string> redact) => batch with
    {
        People = [.. batch.People.Select(person => person with { Identity = new Dictionary<string, string>() })],
        Answers = [.. batch.Answers.Select(answer => answer with { Text = redact(answer.Text) })],
        Problems = [.. batch.Problems.Select(problem => problem with { Found = "" })],
    };

    static async Task<long> CountAsync(Session session) => (await session.QueryAsync<long>(Erasures)).Single();
}

/// <summary>Somebody was erased while a file was on its way in. It never leaves this project.</summary>
sealed class ErasedMeanwhileException() : Exception("A person was erased while the file was being stored.");
