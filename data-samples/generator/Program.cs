return ImpactEval.Samples.CommandLine.Run(args);
