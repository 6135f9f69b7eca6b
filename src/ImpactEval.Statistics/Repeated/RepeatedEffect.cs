namespace ImpactEval.Statistics.Repeated;

/// <summary>The F test of one term of a repeated-measures analysis of variance.</summary>
/// <param name="Term">Factors joined by a colon, those between people first; (Intercept) for the grand mean.</param>
/// <param name="SumOfSquares">Type III, in squared points.</param>
/// <param name="ErrorSumOfSquares">Of the stratum the term is tested in.</param>
/// <param name="PValue">Without correction for sphericity.</param>
/// <param name="GeneralisedEtaSquared">Comparable between designs. Olejnik and Algina (2003), Psychological Methods 8, 434–447.</param>
/// <param name="PartialEtaSquared">SS/(SS + error SS).</param>
/// <param name="Sphericity">Null where the term has one contrast within people, which is always spherical.</param>
public sealed record RepeatedEffect(
    string Term, double SumOfSquares, double ErrorSumOfSquares, double DegreesOfFreedom, double ErrorDegreesOfFreedom, double F, double PValue,
    double GeneralisedEtaSquared, double PartialEtaSquared, Sphericity? Sphericity);

/// <summary>How far the contrasts of a term are from equal variances without correlation, and what F is worth then.</summary>
/// <param name="GreenhouseGeisser">ε̂ of Box; 1 = spherical. Greenhouse and Geisser (1959), Psychometrika 24, 95–112.</param>
/// <param name="HuynhFeldt">ε̃; may exceed 1 and is taken as 1 then. Huynh and Feldt (1976) as corrected by Lecoutre (1991), Journal of Educational
/// Statistics 16, 371–372: N is the error degrees of freedom plus one. Null where they do not suffice for it.</param>
/// <param name="MauchlyW">Null with fewer error degrees of freedom than contrasts. Mauchly (1940), Annals of Mathematical Statistics 11,
/// 204–209.</param>
/// <param name="MauchlyPValue">With the second-order term of Anderson (1958). A gate for nothing: correct always.</param>
public sealed record Sphericity(
    double GreenhouseGeisser, double PGreenhouseGeisser, double? HuynhFeldt, double? PHuynhFeldt, double? MauchlyW, double? MauchlyPValue);
