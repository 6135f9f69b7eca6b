# Seconds for multiple imputation by chained equations; arguments: people, items, imputations, rounds, method of mice, repetitions.
suppressMessages(library(mice))
a <- commandArgs(TRUE); n <- as.integer(a[1]); k <- as.integer(a[2]); set.seed(1)
ability <- rnorm(n); scores <- as.data.frame(sapply(seq_len(k), function(i) ability + rnorm(n)))
scores[matrix(runif(n * k) < 0.2, n)] <- NA
seconds <- sapply(seq_len(as.integer(a[6])), function(r)
  system.time(mice(scores, m = as.integer(a[3]), maxit = as.integer(a[4]), method = a[5], printFlag = FALSE))[["elapsed"]])
cat(paste0("R ", getRversion(), ", mice ", packageVersion("mice")), median(seconds), sep = "\t")
