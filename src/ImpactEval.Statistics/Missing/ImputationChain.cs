using ImpactEval.Statistics.Distributions;
using MathNet.Numerics.LinearAlgebra;

namespace ImpactEval.Statistics.Missing;

/// <summary>One completion on its way: all items filled, redrawn item by item.</summary>
sealed class ImputationChain
{
    const int Donors = 5;

    /// <summary>Added to the diagonal of the cross products, in shares of it, so that items which follow from others do no harm. Van Buuren (2018),
    /// section 3.2.</summary>
    const double Ridge = 1e-5;

    readonly IncompleteItem[] items;
    readonly int persons;
    readonly ImputationModel model;
    readonly RandomStream stream;
    readonly double[][] filled;
    readonly double[][] raw;

    public ImputationChain(IncompleteItem[] items, int persons, ImputationModel model, RandomStream stream)
    {
        (this.items, this.persons, this.model, this.stream) = (items, persons, model, stream);
        filled = Array.ConvertAll(items, item => (double[])item.Standardised.Clone());
        raw = Array.ConvertAll(items, item => (double[])item.Raw.Clone());
        for (var item = 0; item < items.Length; item++)
            foreach (var gap in items[item].Gaps)
                Borrow(item, gap, items[item].Answered[stream.NextInt(items[item].Answered.Length)]);
    }

    public void NextRound()
    {
        for (var item = 0; item < items.Length; item++)
            if (items[item].Gaps.Length > 0)
                Redraw(item);
    }

    /// <summary>Rows of people; what was answered is not touched.</summary>
    public double[][] Completed() => [.. Enumerable.Range(0, persons).Select(person => Array.ConvertAll(raw, column => column[person]))];

    void Redraw(int item)
    {
        var predictors = filled.Where((_, other) => other != item).ToArray();
        var (answered, y) = (items[item].Answered, filled[item]);
        var (inverse, estimate, residual) = Regress(predictors, y, answered);
        var df = Math.Max(1, answered.Length - estimate.Count);
        var sigma = Math.Sqrt(residual / ChiSquare.Quantile(Uniform(), df));
        var noise = Vector<double>.Build.Dense(estimate.Count, _ => StandardNormal.Quantile(Uniform()));
        var drawn = estimate + sigma * (inverse.Cholesky().Factor * noise);

        if (model == ImputationModel.Normal)
        {
            foreach (var gap in items[item].Gaps)
            {
                y[gap] = Predict(predictors, drawn, gap) + sigma * StandardNormal.Quantile(Uniform());
                raw[item][gap] = items[item].Mean + items[item].Deviation * y[gap];
            }
            return;
        }
        var order = (int[])answered.Clone();
        var predicted = Array.ConvertAll(order, person => Predict(predictors, estimate, person));
        Array.Sort(predicted, order);
        foreach (var gap in items[item].Gaps)
            Borrow(item, gap, order[Nearest(predicted, Predict(predictors, drawn, gap))]);
    }

    void Borrow(int item, int gap, int donor) => (filled[item][gap], raw[item][gap]) = (items[item].Standardised[donor], items[item].Raw[donor]);

    /// <summary>One of the five nearest in a sorted list, by an even draw.</summary>
    int Nearest(double[] sorted, double value)
    {
        var found = Array.BinarySearch(sorted, value);
        var high = found < 0 ? ~found : found;
        var low = high - 1;
        for (var wanted = stream.NextInt(Math.Min(Donors, sorted.Length)); wanted > 0; wanted--)
        {
            if (high >= sorted.Length || (low >= 0 && value - sorted[low] <= sorted[high] - value))
                low--;
            else
                high++;
        }
        return high >= sorted.Length || (low >= 0 && value - sorted[low] <= sorted[high] - value) ? low : high;
    }

    /// <summary>(XᵀX)⁻¹, β̂ and the residual sum of squares among those who answered; the intercept is the first coefficient.</summary>
    static (Matrix<double> Inverse, Vector<double> Estimate, double Residual) Regress(double[][] predictors, double[] y, int[] answered)
    {
        var k = predictors.Length + 1;
        var (cross, moments, row) = (new double[k, k], new double[k], new double[k]);
        foreach (var person in answered)
        {
            row[0] = 1;
            for (var i = 1; i < k; i++)
                row[i] = predictors[i - 1][person];
            for (var i = 0; i < k; i++)
            {
                moments[i] += row[i] * y[person];
                for (var j = 0; j <= i; j++)
                    cross[i, j] += row[i] * row[j];
            }
        }
        var matrix = Matrix<double>.Build.Dense(k, k, (i, j) => cross[Math.Max(i, j), Math.Min(i, j)] * (i == j ? 1 + Ridge : 1));
        for (var i = 1; i < k; i++)
            matrix[i, i] += Ridge;
        var inverse = matrix.Cholesky().Solve(Matrix<double>.Build.DenseIdentity(k));
        var estimate = inverse * Vector<double>.Build.Dense(moments);
        return (inverse, estimate, answered.Sum(person => Math.Pow(y[person] - Predict(predictors, estimate, person), 2)));
    }

    static double Predict(double[][] predictors, Vector<double> coefficients, int person)
    {
        var sum = coefficients[0];
        for (var i = 0; i < predictors.Length; i++)
            sum += coefficients[i + 1] * predictors[i][person];
        return sum;
    }

    /// <summary>Strictly between 0 and 1.</summary>
    double Uniform() => (stream.NextUInt32() + 0.5) / 4294967296.0;
}
