# Seconds for an exact permutation test of means; arguments: design (independent, paired), people of each group or pairs, repetitions.
suppressMessages(library(coin))
a <- commandArgs(TRUE); n <- as.integer(a[2]); set.seed(1)
scores <- data.frame(score = c(rnorm(n), rnorm(n, 0.5)), group = factor(rep(c("a", "b"), each = n)), person = factor(rep(seq_len(n), 2)))
test <- if (a[1] == "independent") function() pvalue(oneway_test(score ~ group, scores, distribution = exact(algorithm = "split-up"))) else
  function() {
    gains <- scores$score[scores$group == "b"] - scores$score[scores$group == "a"]
    signs <- as.matrix(expand.grid(rep(list(c(-1, 1)), n)))
    mean(abs(signs %*% gains) >= abs(sum(gains)))
  }
invisible(test())
repetitions <- if (a[1] == "independent") as.integer(a[3]) else 3
seconds <- system.time(for (k in seq_len(repetitions)) test())[["elapsed"]] / repetitions
cat(paste0("R ", getRversion(), if (a[1] == "independent") paste0(", coin ", packageVersion("coin"))), seconds, sep = "\t")
