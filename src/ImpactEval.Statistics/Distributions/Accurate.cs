namespace ImpactEval.Statistics.Distributions;

/// <summary>ln(1 + x) and eˣ − 1 near zero; the framework has neither, and those of the numerics package keep eight digits only.</summary>
/// <remarks>Goldberg (1991), ACM Computing Surveys 23(1), theorem 4; Higham (2002), Accuracy and stability of numerical algorithms, section
/// 1.14.1.</remarks>
static class Accurate
{
    public static double LogOnePlus(double x)
    {
        var sum = 1 + x;
        return sum == 1 ? x : Math.Log(sum) * x / (sum - 1);
    }

    public static double ExponentialMinusOne(double x)
    {
        var power = Math.Exp(x);
        return power == 1 ? x : power - 1 == -1 ? -1 : (power - 1) * x / Math.Log(power);
    }
}
