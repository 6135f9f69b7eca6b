using System.Globalization;
using ImpactEval.Storage.Tests;
using ImpactEval.Storage.Tests.Audit;

return args switch
{
    ["save", var database, var keyFolder] => await KilledImportTests.SaveUntilKilledAsync(database, keyFolder),
    ["append", var database, var keyFolder, var entries] => await AuditLogTests.AppendAsync(database, keyFolder, int.Parse(entries, CultureInfo.InvariantCulture)),
    _ => 2,
};
