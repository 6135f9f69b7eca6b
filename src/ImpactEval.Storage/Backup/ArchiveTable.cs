using ImpactEval.Storage.Databases;

namespace ImpactEval.Storage.Backup;

/// <summary>How a column's values are written in an archive, and what they are in both databases.</summary>
enum ArchiveKind { Long, Int, Real, Text, Day, Scores }

/// <summary>One table of an archive: its columns and the order of its rows, the same whatever database it comes from.</summary>
sealed record ArchiveTable(string Part, string Name, IReadOnlyList<(string Name, ArchiveKind Kind)> Columns, IReadOnlyList<string> Key)
{
    const string RecordsPart = "records", VaultPart = "vault";

    public string Entry => $"{Part}/{Name}.jsonl";

    public bool IsVault => Part == VaultPart;

    public Target Target => new(Name, [.. Columns.Select(column => column.Name)]);

    /// <summary>In the order in which rows may refer to each other. The ledger of migrations and the key's fingerprint belong to a store, not to its content.</summary>
    public static IReadOnlyList<ArchiveTable> All { get; } =
    [
        Records("study", "study_id", "study_id:l code:t latest_run_id:t identities_expired_on:t answers_expired_on:t"),
        Records("instrument_version", "version_id", "version_id:l study_id:l code:t low:r high:r"),
        Records("item", "version_id position", "version_id:l position:i code:t text:t reversed:i"),
        Records("participant", "participant_id", "participant_id:l"),
        Records("import_file", "import_id", "import_id:l study_id:l source_code:t file_name:t sha256:t mapping_sha256:t answers_sha256:t state:t layout:t rows_read:i rows_rejected:i replaced_import_id:l"),
        Records("quarantine", "import_id number", "import_id:l number:i source_row:i column_name:t kind:t rejects:i"),
        Records("enrolment", "import_id number participant_id", "import_id:l number:i participant_id:l source_row:i cohort:t groups:t"),
        Records("assessment", "import_id number participant_id", "import_id:l number:i participant_id:l source_row:i version_id:l wave:t taken_on:d scores:s"),
        Records("answer_text", "import_id number participant_id", "import_id:l number:i participant_id:l source_row:i question:t wave:t turn:i given_on:d body:t"),
        Records("result", "run_id", "run_id:t study_id:l input_sha256:t plan_sha256:t engine_version:t seed:t body:t"),
        Records("result_import", "run_id import_id", "run_id:t import_id:l"),
        Records("audit_log", "number", "number:l happened_at:t actor:t action:t study:t detail:t previous_sha256:t sha256:t"),
        Vault("person", "participant_id", "participant_id:l key_check:l organisation:t code:t"),
        Vault("person_alias", "participant_id code", "participant_id:l code:t"),
        Vault("identity", "import_id number", "import_id:l number:i participant_id:l body:t"),
        Vault("answer_original", "import_id number", "import_id:l number:i participant_id:l body:t"),
        Vault("quarantine_raw", "import_id number", "import_id:l number:i found:t"),
        Vault("erased_person", "tombstone", "tombstone:t"),
        Vault("match_pair", "study_id number", "study_id:l number:i pair_id:t first_id:l second_id:l method:t false_match:r linked:i first_file:t first_row:i second_file:t second_row:i"),
        Vault("match_decision", "study_id number", "study_id:l number:i first_id:l second_id:l verdict:t decided_by:t decided_at:t"),
    ];

    static ArchiveTable Records(string name, string key, string columns) => Of(RecordsPart, name, key, columns);

    static ArchiveTable Vault(string name, string key, string columns) => Of(VaultPart, name, key, columns);

    static ArchiveTable Of(string part, string name, string key, string columns) => new(part, name,
        [.. columns.Split(' ').Select(column => column.Split(':')).Select(column => (column[0], KindOf(column[1])))], key.Split(' '));

    static ArchiveKind KindOf(string letter) => letter switch
    {
        "l" => ArchiveKind.Long,
        "i" => ArchiveKind.Int,
        "r" => ArchiveKind.Real,
        "t" => ArchiveKind.Text,
        "d" => ArchiveKind.Day,
        "s" => ArchiveKind.Scores,
        _ => throw new ArgumentOutOfRangeException(nameof(letter), letter, null),
    };
}
