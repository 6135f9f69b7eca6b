# Seconds for a REML random-intercept model; arguments: groups, rows of each, repetitions.
suppressMessages(library(lme4))
a <- as.integer(commandArgs(TRUE)); set.seed(1); n <- a[1] * a[2]
group <- factor(rep(seq_len(a[1]), each = a[2])); wave <- rep(seq_len(a[2]) - 1, a[1])
score <- 50 + 2 * wave + 5 * rnorm(a[1])[group] + 8 * rnorm(n)
seconds <- sapply(seq_len(a[3]), function(k) system.time(lmer(score ~ wave + (1 | group), REML = TRUE))[["elapsed"]])
cat(paste0("R ", getRversion(), ", lme4 ", packageVersion("lme4")), median(seconds), sep = "\t")
