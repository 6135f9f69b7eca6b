namespace ImpactEval.Statistics.Distributions;

/// <summary>The probability that a noncentral t stays below a given t, for many noncentralities δ at the price of one preparation.</summary>
/// <remarks>
/// The integrands are analytic and die away on both sides, so the trapezoidal rule converges exponentially: with a step of half the scale
/// of the integrand its error is near exp(−8π²). Trefethen and Weideman (2014), The exponentially convergent trapezoidal rule, SIAM Review 56,
/// 385–458. All terms are positive, hence both tails keep their relative accuracy.
/// </remarks>
abstract class NoncentralTMixture
{
    /// <summary>Nodes whose weight is below exp(−depth) of the largest are left out.</summary>
    public const double DeepTails = 100, MiddleOnly = 45;

    /// <summary>From t² = 100 df on the normal step is so much narrower than the density of S that the roles of the two are changed.</summary>
    const double LargestSquareOfTPerDegree = 100;

    /// <exception cref="ArgumentOutOfRangeException">Degrees of freedom below 1, or t not finite.</exception>
    public static NoncentralTMixture Of(double t, double degreesOfFreedom, double depth)
    {
        if (!(degreesOfFreedom >= 1 && double.IsFinite(degreesOfFreedom)))
            throw new ArgumentOutOfRangeException(nameof(degreesOfFreedom), degreesOfFreedom, "Noncentral t needs at least one degree of freedom.");
        if (!double.IsFinite(t))
            throw new ArgumentOutOfRangeException(nameof(t), t, "t must be finite.");
        return t * t > LargestSquareOfTPerDegree * degreesOfFreedom ? new OverNormal(t, degreesOfFreedom / 2) : new OverScale(t, degreesOfFreedom / 2, depth);
    }

    /// <summary>P(T ≤ t; δ).</summary>
    public abstract double Lower(double noncentrality);

    /// <summary>P(T &gt; t; δ).</summary>
    public abstract double Upper(double noncentrality);

    /// <summary>−∂P(T ≤ t; δ)/∂δ, positive.</summary>
    public abstract double Slope(double noncentrality);

    /// <summary><c>P(T ≤ t; δ) = ∫ Φ(t·eᵘ − δ) f(u) du</c>, f being the density of u = ln S.</summary>
    sealed class OverScale : NoncentralTMixture
    {
        /// <summary>f is analytic and bounded in a strip of half-width π/4, which asks for no smaller step: exp(−π²/2h) &lt; 1e-21.</summary>
        const double LargestStep = 0.1;

        readonly List<double> weights = [];
        readonly List<double> points = [];

        public OverScale(double t, double shape, double depth)
        {
            // y − 1 − ln y ≥ c at y = 1 + √(2c) + c, so no node lies further right and the normal step is nowhere narrower than 1/(|t|·√y).
            var c = depth / shape;
            var largestSquare = 1 + Math.Sqrt(2 * c) + c;
            var step = Math.Min(LargestStep, 0.5 / Math.Sqrt(4 * shape + t * t * largestSquare));
            AddNodes(t, shape, depth, 0, step);
            AddNodes(t, shape, depth, -step, -step);
            var total = weights.Sum();
            for (var i = 0; i < weights.Count; i++)
                weights[i] /= total;
        }

        void AddNodes(double t, double shape, double depth, double from, double step)
        {
            for (var j = 0; ; j++)
            {
                var u = from + j * step;
                // ln f(u) up to a constant, which the division by the total takes away.
                var logWeight = -shape * ExponentialRemainder(2 * u);
                if (logWeight < -depth)
                    return;
                weights.Add(Math.Exp(logWeight));
                points.Add(t * Math.Exp(u));
            }
        }

        /// <summary><c>eᵛ − 1 − v</c>, by its series where the difference would cancel.</summary>
        static double ExponentialRemainder(double v)
        {
            if (Math.Abs(v) > 0.5)
                return Math.Exp(v) - 1 - v;
            var term = v * v / 2;
            var sum = term;
            for (var k = 3; Math.Abs(term) > 1e-17 * sum; k++)
            {
                term *= v / k;
                sum += term;
            }
            return sum;
        }

        public override double Lower(double noncentrality)
        {
            var sum = 0.0;
            for (var i = 0; i < points.Count; i++)
                sum += weights[i] * StandardNormal.Cdf(points[i] - noncentrality);
            return sum;
        }

        public override double Upper(double noncentrality)
        {
            var sum = 0.0;
            for (var i = 0; i < points.Count; i++)
                sum += weights[i] * StandardNormal.Cdf(noncentrality - points[i]);
            return sum;
        }

        public override double Slope(double noncentrality)
        {
            var sum = 0.0;
            for (var i = 0; i < points.Count; i++)
                sum += weights[i] * StandardNormal.Density(points[i] - noncentrality);
            return sum;
        }
    }

    /// <summary>Very large |t|: <c>P(T ≤ t; δ) = P(w ≤ 0) + ∫ P(S ≥ w/t) φ(w − δ) dw</c> over w &gt; 0, for t &gt; 0.</summary>
    sealed class OverNormal(double t, double shape) : NoncentralTMixture
    {
        /// <summary>φ beyond it is below 1e-17 of its height.</summary>
        const double Reach = 8.8;
        const double Step = 0.4;

        /// <summary>Φ of minus this is below the smallest double.</summary>
        const double LargestScore = 39;

        /// <summary>Smallest w that counts: below it lies less than 1e-17.</summary>
        const double LogSmallest = -40;

        public override double Lower(double noncentrality) => t > 0
            ? StandardNormal.Cdf(-noncentrality) + Integral(noncentrality, x => IncompleteGamma.Tails(shape, x).Upper)
            : Integral(-noncentrality, x => IncompleteGamma.Tails(shape, x).Lower);

        public override double Upper(double noncentrality) => t > 0
            ? Integral(noncentrality, x => IncompleteGamma.Tails(shape, x).Lower)
            : StandardNormal.Cdf(noncentrality) + Integral(-noncentrality, x => IncompleteGamma.Tails(shape, x).Upper);

        public override double Slope(double noncentrality) =>
            Integral(Math.Sign(t) * noncentrality, x => 2 * IncompleteGamma.Power(shape, x) / (Math.Sqrt(x / shape) * Math.Abs(t)));

        /// <summary><c>∫ g(k·(w/t)²) φ(w − δ) dw</c> over w &gt; 0; in steps of ln w where φ reaches across zero and g may have a kink
        /// there.</summary>
        double Integral(double noncentrality, Func<double, double> g)
        {
            // Nothing of φ is left above zero.
            if (noncentrality < -LargestScore)
                return 0;
            var sum = 0.0;
            if (noncentrality > Reach)
            {
                for (var z = -Reach; z <= Reach; z += Step)
                    sum += Step * StandardNormal.Density(z) * g(ScaledSquare(z + noncentrality));
                return sum;
            }
            var step = 0.5 / (Math.Abs(noncentrality) + Reach);
            for (var v = Math.Log(Reach + Math.Max(0, noncentrality)); v > LogSmallest; v -= step)
                sum += step * Math.Exp(v) * StandardNormal.Density(Math.Exp(v) - noncentrality) * g(ScaledSquare(Math.Exp(v)));
            return sum;
        }

        double ScaledSquare(double w) => shape * (w / t) * (w / t);
    }
}
