namespace ImpactEval.Statistics.Regression;

/// <summary>One term of a model: a variable, or the product of several (an interaction).</summary>
public sealed class DesignTerm
{
    /// <param name="parts">One or more variables over the same rows.</param>
    /// <exception cref="ArgumentException">No part, or parts of different length.</exception>
    public DesignTerm(params IReadOnlyList<Predictor> parts)
    {
        if (parts.Count == 0)
            throw new ArgumentException("A term has at least one variable.", nameof(parts));
        if (parts.Any(part => part.Columns[0].Length != parts[0].Columns[0].Length))
            throw new ArgumentException("The variables of a term have different numbers of rows.", nameof(parts));
        Parts = parts;
        Labels = Products(parts.Select(part => part.Labels.ToArray()), (left, right) => $"{left}:{right}");
        Columns = Products(parts.Select(part => part.Columns), Times);
    }

    public IReadOnlyList<Predictor> Parts { get; }

    public string Name => string.Join(':', Parts.Select(part => part.Name));

    /// <summary>Names of the columns; of a product joined by ':', the first variable running fastest.</summary>
    public IReadOnlyList<string> Labels { get; }

    internal double[][] Columns { get; }

    /// <summary>True when every variable of the other one is in this term, and more.</summary>
    internal bool Contains(DesignTerm other) => Parts.Count > other.Parts.Count && other.Parts.All(part => Parts.Any(own => own.Name == part.Name));

    /// <summary>The columns where one factor has a given level and all else is at its middle.</summary>
    internal double[] At(string factor, string level) =>
        Products(Parts.Select(part => part.Name == factor ? part.At(level) : part.AtMiddle()), (left, right) => left * right);

    static T[] Products<T>(IEnumerable<T[]> parts, Func<T, T, T> times) =>
        parts.Aggregate((left, part) => [.. part.SelectMany(_ => left, (right, one) => times(one, right))]);

    static double[] Times(double[] left, double[] right)
    {
        var product = new double[left.Length];
        for (var i = 0; i < product.Length; i++)
            product[i] = left[i] * right[i];
        return product;
    }
}

/// <summary>The terms of a linear predictor over the same rows, with an intercept first unless said otherwise.</summary>
public sealed class Design
{
    public const string InterceptLabel = "(Intercept)";

    /// <param name="rows">People, n.</param>
    /// <param name="terms">May be none.</param>
    /// <exception cref="ArgumentException">A term with another number of rows, or two columns of one name.</exception>
    public Design(int rows, params IReadOnlyList<DesignTerm> terms) : this(rows, terms, hasIntercept: true)
    {
    }

    Design(int rows, IReadOnlyList<DesignTerm> terms, bool hasIntercept)
    {
        foreach (var term in terms.Where(term => term.Columns[0].Length != rows))
            throw new ArgumentException($"{term.Name} has {term.Columns[0].Length} rows, not {rows}.", nameof(terms));
        (Rows, Terms, HasIntercept) = (rows, terms, hasIntercept);
        Labels = [.. hasIntercept ? [InterceptLabel] : Array.Empty<string>(), .. terms.SelectMany(term => term.Labels)];
        if (Labels.Distinct(StringComparer.Ordinal).Count() != Labels.Count)
            throw new ArgumentException("Two columns have one name.", nameof(terms));
        Columns = [.. hasIntercept ? [Ones(rows)] : Array.Empty<double[]>(), .. terms.SelectMany(term => term.Columns)];
    }

    public int Rows { get; }

    public IReadOnlyList<DesignTerm> Terms { get; }

    public bool HasIntercept { get; }

    /// <summary>Names of the columns, hence of the coefficients.</summary>
    public IReadOnlyList<string> Labels { get; }

    internal double[][] Columns { get; }

    public Design WithoutIntercept() => new(Rows, Terms, hasIntercept: false);

    /// <summary>The same with the columns of all terms that <paramref name="stays"/> lets pass; columns keep their coding.</summary>
    public Design Where(Func<DesignTerm, bool> stays) => new(Rows, [.. Terms.Where(stays)], HasIntercept);

    /// <exception cref="ArgumentException">No column has this name.</exception>
    public int Position(string label) => Labels.ToList().IndexOf(label) is >= 0 and var position
        ? position
        : throw new ArgumentException($"No column is named '{label}'.", nameof(label));

    /// <exception cref="ArgumentException">No factor has this name.</exception>
    public Predictor Factor(string name) => Terms.SelectMany(term => term.Parts).FirstOrDefault(part => part.IsFactor && part.Name == name)
        ?? throw new ArgumentException($"No factor is named '{name}'.", nameof(name));

    /// <summary>The row of somebody at one level of a factor, all else at its middle.</summary>
    internal double[] At(string factor, string level) =>
        [.. HasIntercept ? [1.0] : Array.Empty<double>(), .. Terms.SelectMany(term => term.At(factor, level))];

    static double[] Ones(int rows)
    {
        var ones = new double[rows];
        Array.Fill(ones, 1);
        return ones;
    }
}
