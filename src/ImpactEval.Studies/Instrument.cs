namespace ImpactEval.Studies;

/// <summary>Kirkpatrick's four levels: what an instrument speaks of.</summary>
public enum KirkpatrickLevel { Reaction, Learning, Behaviour, Results }

/// <summary>How item answers become one score: the mean on the items' own scale, or the percentage of the maximum.</summary>
public enum ScoreRule { Mean, PercentOfMaximum }

/// <summary>What an unanswered item means: it is left out, or it counts as the lowest score (a test question left open is wrong).</summary>
public enum MissingItemRule { Skip, CountAsLowest }

/// <summary>One question. Reversed items are turned round before scoring.</summary>
public sealed record Item(string Code, LocalText Text, bool Reversed = false);

/// <summary>A named part of an instrument: a competency, or a field of a knowledge test.</summary>
public sealed record Competency(string Code, LocalText Title, IReadOnlyList<string> Items);

/// <param name="MinimumAnswered">Least share of the items (0–1) that must be answered for a score to be given.</param>
public sealed record Scoring(ScoreRule Rule, MissingItemRule Missing, double MinimumAnswered);

/// <summary>A test or questionnaire: its items in the order of their positions, the scale they share, and its parts.</summary>
public sealed record Instrument(
    string Code,
    LocalText Title,
    KirkpatrickLevel Level,
    ScoreScale Scale,
    Scoring Scoring,
    IReadOnlyList<Item> Items,
    IReadOnlyList<Competency> Competencies)
{
    /// <summary>The whole instrument and each of its parts, as outcomes that can be compared across waves.</summary>
    public IEnumerable<Outcome> Outcomes()
    {
        yield return new Outcome(Code, Title, this, [.. Enumerable.Range(0, Items.Count)]);
        foreach (var part in Competencies)
        {
            var positions = part.Items.Select(code => IndexOf(code)).ToArray();
            yield return new Outcome($"{Code}.{part.Code}", part.Title, this, positions);
        }
    }

    int IndexOf(string item)
    {
        for (var position = 0; position < Items.Count; position++)
        {
            if (Items[position].Code == item)
                return position;
        }
        throw new ArgumentException($"Instrument {Code} has no item {item}.", nameof(item));
    }
}
