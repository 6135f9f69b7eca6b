using ImpactEval.Statistics.Distributions;
using MathNet.Numerics.LinearAlgebra;

namespace ImpactEval.Statistics.Repeated;

/// <summary>
/// Repeated-measures analysis of variance with any factors within and between people. For comparison with older reports: people with a gap are
/// lost to it, which a mixed model keeps.
/// </summary>
public static class RepeatedAnova
{
    const double RoundingOfSingularity = 1e-10;

    /// <summary>
    /// For the orthonormal contrasts C of each set of within factors, YC is regressed on the sum-to-zero coded factors between people; the traces
    /// of its hypothesis and error matrices are the sums of squares (type III).
    /// </summary>
    /// <param name="design">More people than cells between them.</param>
    /// <returns>The grand mean first, then for each set of within factors the terms between people.</returns>
    /// <exception cref="NotEstimableException">An empty cell between people, a factor with one level, too few people, or scores without any
    /// error.</exception>
    /// <remarks>Winer, Brown and Michels (1991), Statistical principles in experimental design, chapter 7; Maxwell and Delaney (2004), Designing
    /// experiments and analyzing data, 2nd ed., chapters 11 to 14.</remarks>
    public static IReadOnlyList<RepeatedEffect> Of(RepeatedDesign design)
    {
        var between = BetweenModel.Of(design);
        var scores = Matrix<double>.Build.DenseOfRowArrays(design.Responses);
        var strata = Subsets(design.Within.Count).Select(subset => Stratum.Of(design, subset, scores, between)).ToArray();
        var error = strata.Sum(stratum => stratum.ErrorSumOfSquares);
        return [.. strata.SelectMany(stratum => stratum.Effects(between, error))];
    }

    /// <summary>All sets of so many factors, smaller indices as lower bits first within each size: none, a, b, ab, …</summary>
    static IEnumerable<int[]> Subsets(int factors) =>
        Enumerable.Range(0, 1 << factors).Select(bits => Enumerable.Range(0, factors).Where(factor => (bits >> factor & 1) == 1).ToArray())
            .OrderBy(subset => subset.Length).ThenBy(subset => subset.Aggregate(0, (sum, factor) => sum * factors + factor));

    /// <summary>Terms between people and their columns.</summary>
    sealed record BetweenModel(Matrix<double> Columns, Matrix<double> CrossInverse, IReadOnlyList<(string Name, int First, int Count)> Terms)
    {
        public int ErrorDegreesOfFreedom => Columns.RowCount - Columns.ColumnCount;

        public static BetweenModel Of(RepeatedDesign design)
        {
            if (design.Between.Any(factor => factor.Levels == 1))
                throw new NotEstimableException(NotEstimableReason.NoVariation);
            var (columns, terms) = (new List<double[]>(), new List<(string, int, int)>());
            foreach (var subset in Subsets(design.Between.Count))
            {
                var first = columns.Count;
                columns.AddRange(Coding(design, subset));
                terms.Add((string.Join(':', subset.Select(factor => design.Between[factor].Name)), first, columns.Count - first));
            }
            if (design.Persons <= columns.Count)
                throw new NotEstimableException(NotEstimableReason.TooFewObservations);
            var x = Matrix<double>.Build.DenseOfColumnArrays(columns);
            var cross = x.TransposeThisAndMultiply(x);
            if (cross.Evd(Symmetricity.Symmetric).EigenValues.Min(value => value.Real) < RoundingOfSingularity * design.Persons)
                throw new NotEstimableException(NotEstimableReason.EmptyCell);
            return new BetweenModel(x, cross.Cholesky().Solve(Matrix<double>.Build.DenseIdentity(columns.Count)), terms);
        }

        /// <summary>Products of the sum-to-zero codings of the factors: 1 on its own level, −1 on the last one.</summary>
        static List<double[]> Coding(RepeatedDesign design, int[] subset)
        {
            var columns = new List<double[]> { Enumerable.Repeat(1.0, design.Persons).ToArray() };
            foreach (var factor in subset.Select(index => design.Between[index]))
            {
                var last = factor.Levels - 1;
                double Code(int person, int level) => factor.OfPerson[person] == level ? 1 : factor.OfPerson[person] == last ? -1 : 0;
                columns = [.. columns.SelectMany(column => Enumerable.Range(0, last).Select(level =>
                    column.Select((value, person) => value * Code(person, level)).ToArray()))];
            }
            return columns;
        }
    }

    /// <summary>All terms that share the same contrasts within people, and hence their error.</summary>
    sealed class Stratum
    {
        readonly string name;
        readonly Matrix<double> coefficients, error;
        readonly int errorDegreesOfFreedom;

        Stratum(string name, Matrix<double> coefficients, Matrix<double> error, int errorDegreesOfFreedom) =>
            (this.name, this.coefficients, this.error, this.errorDegreesOfFreedom) = (name, coefficients, error, errorDegreesOfFreedom);

        int Contrasts => error.RowCount;

        public double ErrorSumOfSquares => error.Trace();

        public static Stratum Of(RepeatedDesign design, int[] subset, Matrix<double> scores, BetweenModel between)
        {
            var contrasts = Matrix<double>.Build.Dense(1, 1, 1);
            for (var factor = 0; factor < design.Within.Count; factor++)
                contrasts = contrasts.KroneckerProduct(ContrastsOf(design.Within[factor].Levels, subset.Contains(factor)));
            var y = scores * contrasts;
            var fitted = between.CrossInverse * between.Columns.TransposeThisAndMultiply(y);
            var residuals = y - between.Columns * fitted;
            var left = residuals.TransposeThisAndMultiply(residuals);
            if (!(left.Trace() > RoundingOfSingularity * RoundingOfSingularity * y.FrobeniusNorm() * y.FrobeniusNorm()))
                throw new NotEstimableException(NotEstimableReason.NoVariation);
            return new Stratum(string.Join(':', subset.Select(factor => design.Within[factor].Name)), fitted, left, between.ErrorDegreesOfFreedom);
        }

        /// <summary>Helmert contrasts of unit length, or the mean of the levels in their place.</summary>
        static Matrix<double> ContrastsOf(int levels, bool asked) => asked
            ? Matrix<double>.Build.Dense(levels, levels - 1, (level, contrast) =>
                (level <= contrast ? 1 : level == contrast + 1 ? -(contrast + 1) : 0) / Math.Sqrt((contrast + 1) * (contrast + 2.0)))
            : Matrix<double>.Build.Dense(levels, 1, 1 / Math.Sqrt(levels));

        public IEnumerable<RepeatedEffect> Effects(BetweenModel between, double errorOfAll)
        {
            foreach (var (term, first, count) in between.Terms)
            {
                var part = coefficients.SubMatrix(first, count, 0, Contrasts);
                var weights = between.CrossInverse.SubMatrix(first, count, first, count).Cholesky();
                var sum = part.TransposeThisAndMultiply(weights.Solve(part)).Trace();
                double df = count * Contrasts, errorDf = errorDegreesOfFreedom * Contrasts;
                var f = sum / df / (ErrorSumOfSquares / errorDf);
                var label = (term, name) switch { ("", "") => "(Intercept)", ("", _) => name, (_, "") => term, _ => $"{term}:{name}" };
                yield return new RepeatedEffect(
                    label, sum, ErrorSumOfSquares, df, errorDf, f, FisherF.Upper(f, df, errorDf),
                    sum / (sum + errorOfAll), sum / (sum + ErrorSumOfSquares), Contrasts == 1 ? null : SphericityOf(f, df, errorDf));
            }
        }

        Sphericity SphericityOf(double f, double df, double errorDf)
        {
            double q = Contrasts, v = errorDegreesOfFreedom;
            var gg = Math.Pow(error.Trace(), 2) / (q * error.PointwiseMultiply(error).RowSums().Sum());
            double? hf = v > q * gg ? ((v + 1) * q * gg - 2) / (q * (v - q * gg)) : null;
            double P(double epsilon) => FisherF.Upper(f, Math.Min(1, epsilon) * df, Math.Min(1, epsilon) * errorDf);
            var w = v < q ? (double?)null : error.Determinant() / Math.Pow(error.Trace() / q, q);
            return new Sphericity(gg, P(gg), hf, hf is { } epsilon ? P(epsilon) : null, w, w is { } mauchly ? MauchlyP(mauchly, q, v) : null);
        }

        /// <remarks>Anderson (1958), An introduction to multivariate statistical analysis, chapter 10.</remarks>
        static double MauchlyP(double w, double q, double v)
        {
            var df = q * (q + 1) / 2 - 1;
            var rho = 1 - (2 * q * q + q + 2) / (6 * q * v);
            var second = (q + 2) * (q - 1) * (q - 2) * (2 * q * q * q + 6 * q * q + 3 * q + 2) / (288 * Math.Pow(v * q * rho, 2));
            var z = -v * rho * Math.Log(w);
            var (first, corrected) = (ChiSquare.Upper(z, df), ChiSquare.Upper(z, df + 4));
            return Math.Clamp(first + second * (corrected - first), 0, 1);
        }
    }
}
