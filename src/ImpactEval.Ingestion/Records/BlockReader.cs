using System.Runtime.CompilerServices;
using ImpactEval.Ingestion.Tables;
using ImpactEval.Studies;

namespace ImpactEval.Ingestion.Records;

/// <summary>Reads one instrument's scores from a row.</summary>
sealed class BlockReader(Study study, BlockColumns columns, NumberForm numbers, RowProblems problems)
{
    readonly WordTable<double> words = WordTable.OfScores(columns.Block);
    readonly WordTable<string> waves = WordTable.OfWaves(study, columns.Block.WaveValues);

    public string Instrument => columns.Instrument.Code;

    public string? FixedWave => columns.Block.Wave;

    /// <summary>The block wrote a number as text in a workbook: right in a CSV, worth a remark in a sheet.</summary>
    public bool SawNumberAsText { get; private set; }

    public string? WaveOf(Cell cell) => waves.TryFind(cell, out var wave) ? wave : null;

    /// <summary>One number per item, missing = NaN; cells that hold no score of the scale are told.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public double[] Scores(IRow row, out int answered)
    {
        var scores = new double[columns.Items.Length];
        answered = 0;
        for (var item = 0; item < scores.Length; item++)
        {
            if (words.IsEmpty && row.DigitAt(columns.Items[item]) is >= 0 and var digit && columns.Instrument.Scale.Contains(digit))
            {
                scores[item] = digit;
                answered++;
                continue;
            }
            var cell = row.At(columns.Items[item]);
            scores[item] = double.NaN;
            if (cell.IsEmpty)
                continue;
            answered++;
            if (!TryScore(cell, out var score))
                problems.Reject(row.Number, columns.Items[item], RowProblemKind.ScoreNotNumeric, cell.Shown);
            else if (!columns.Instrument.Scale.Contains(score))
                problems.Reject(row.Number, columns.Items[item], RowProblemKind.ScoreOutOfRange, cell.Shown);
            else
                scores[item] = score;
        }
        return scores;
    }

    bool TryScore(Cell cell, out double score)
    {
        if (!words.IsEmpty && words.TryFind(cell, out score))
            return true;
        if (!numbers.TryRead(cell, out score))
            return false;
        SawNumberAsText |= cell.Kind == CellKind.Text;
        return true;
    }
}
