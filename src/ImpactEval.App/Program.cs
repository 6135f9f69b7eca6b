using ImpactEval.App.CommandLine;

return await Verbs.RunAsync(args);
