"""Seconds for one BCa interval of d_av; arguments: pairs, resamples, repetitions."""
import statistics, sys, time
import numpy as np, scipy
from scipy import stats

pairs, resamples, repetitions = map(int, sys.argv[1:4])
chance = np.random.default_rng(1)
ability = chance.normal(size=pairs)
pre, post = (mean + 8 * ability + chance.normal(0, 6, pairs) for mean in (60, 65))


def d_av(pre, post, axis=-1):
    return (post.mean(axis) - pre.mean(axis)) / np.sqrt((pre.var(axis, ddof=1) + post.var(axis, ddof=1)) / 2)


def once():
    start = time.perf_counter()
    stats.bootstrap((pre, post), d_av, paired=True, vectorized=True, n_resamples=resamples, method="BCa", random_state=1)
    return time.perf_counter() - start


print(f"SciPy {scipy.__version__}", statistics.median(once() for _ in range(repetitions)), sep="\t", end="")
