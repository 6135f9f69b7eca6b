# Seconds for one BCa interval of d_av; arguments: pairs, resamples, repetitions.
suppressMessages(library(boot))
a <- as.integer(commandArgs(TRUE)); set.seed(1)
ability <- rnorm(a[1]); scores <- cbind(60 + 8 * ability + rnorm(a[1], 0, 6), 65 + 8 * ability + rnorm(a[1], 0, 6))
d_av <- function(x, i) { pre <- x[i, 1]; post <- x[i, 2]; (mean(post) - mean(pre)) / sqrt((var(pre) + var(post)) / 2) }
seconds <- sapply(seq_len(a[3]), function(k) system.time(boot.ci(boot(scores, d_av, R = a[2]), type = "bca"))[["elapsed"]])
cat(paste0("R ", getRversion(), ", boot ", packageVersion("boot")), median(seconds), sep = "\t")
