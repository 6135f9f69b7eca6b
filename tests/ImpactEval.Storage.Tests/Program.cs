return args is ["save", var database, var keyFolder]
    ? await ImpactEval.Storage.Tests.KilledImportTests.SaveUntilKilledAsync(database, keyFolder)
    : 2;
