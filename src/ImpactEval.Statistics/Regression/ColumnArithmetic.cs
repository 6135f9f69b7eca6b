using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ImpactEval.Statistics.Regression;

/// <summary>Sums over columns in four lanes of fixed width, so that the last bit is the same on every machine.</summary>
static class ColumnArithmetic
{
    /// <summary>Σ aᵢbᵢ.</summary>
    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var wideA = Wide(a);
        var wideB = Wide(b);
        var lanes = Vector256<double>.Zero;
        for (var i = 0; i < wideA.Length; i++)
            lanes += wideA[i] * wideB[i];
        var sum = lanes[0] + lanes[1] + (lanes[2] + lanes[3]);
        for (var i = 4 * wideA.Length; i < a.Length; i++)
            sum += a[i] * b[i];
        return sum;
    }

    /// <summary>target += factor · column.</summary>
    public static void AddScaled(Span<double> target, double factor, ReadOnlySpan<double> column)
    {
        var wideTarget = MemoryMarshal.Cast<double, Vector256<double>>(target);
        var wideColumn = Wide(column);
        var factors = Vector256.Create(factor);
        for (var i = 0; i < wideTarget.Length; i++)
            wideTarget[i] += factors * wideColumn[i];
        for (var i = 4 * wideTarget.Length; i < target.Length; i++)
            target[i] += factor * column[i];
    }

    /// <summary>Σ aᵢbᵢ as if computed with twice the digits and rounded once.</summary>
    /// <remarks>Ogita, Rump and Oishi (2005), Accurate sum and dot product, SIAM J. Sci. Comput. 26, 1955–1988 (Dot2).</remarks>
    public static double DotTwice(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var (sum, lost) = (0.0, 0.0);
        for (var i = 0; i < a.Length; i++)
            Accumulate(ref sum, ref lost, a[i], b[i]);
        return sum + lost;
    }

    /// <summary>sum + lost += a·b without rounding error of first order.</summary>
    public static void Accumulate(ref double sum, ref double lost, double a, double b)
    {
        var product = a * b;
        var below = Math.FusedMultiplyAdd(a, b, -product);
        var next = sum + product;
        var part = next - sum;
        lost += sum - (next - part) + (product - part) + below;
        sum = next;
    }

    static ReadOnlySpan<Vector256<double>> Wide(ReadOnlySpan<double> values) => MemoryMarshal.Cast<double, Vector256<double>>(values);
}
