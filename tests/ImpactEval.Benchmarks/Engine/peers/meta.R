# Seconds for a REML meta-analysis with Hartung and Knapp's test; arguments: studies, repetitions.
suppressMessages(library(metafor))
a <- as.integer(commandArgs(TRUE)); set.seed(1)
vi <- runif(a[1], 0.01, 0.1); yi <- 0.4 + rnorm(a[1], 0, 0.2) + rnorm(a[1], 0, sqrt(vi))
seconds <- system.time(for (k in seq_len(a[2])) rma(yi, vi, method = "REML", test = "knha"))[["elapsed"]] / a[2]
cat(paste0("R ", getRversion(), ", metafor ", packageVersion("metafor")), seconds, sep = "\t")
