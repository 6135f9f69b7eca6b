namespace ImpactEval.Statistics.Mixed;

/// <summary>
/// The sums of products that the likelihood needs, gathered in one pass over the rows. The grouping with the most columns is kept level by
/// level: its own block and its products with what the level touches (columns of other groupings, fixed effects, outcome). Memory is
/// linear in the rows, plus a square of the border: columns of the other groupings + p + 1.
/// </summary>
sealed class BlockedProducts
{
    public BlockedProducts(OrthogonalDesign design, RandomPart main, RandomPart[] others)
    {
        (Main, Others) = (main, others);
        Offsets = new int[others.Length];
        for (var f = 0; f < others.Length; f++)
        {
            Offsets[f] = OtherColumns;
            OtherColumns += others[f].Levels * others[f].Width;
        }
        Parameters = design.Parameters;
        Border = OtherColumns + Parameters + 1;
        Square = new double[Border * Border];
        Classes = Gather(design);
    }

    public RandomPart Main { get; }
    public RandomPart[] Others { get; }

    /// <summary>First border column of each other grouping.</summary>
    public int[] Offsets { get; }
    public int OtherColumns { get; }
    public int Parameters { get; }
    public int Border { get; }

    /// <summary>Products of border columns, lower triangle by rows.</summary>
    public double[] Square { get; }

    /// <summary>The levels of the main grouping; in the order of their first rows.</summary>
    public LevelClass[] Classes { get; }

    LevelClass[] Gather(OrthogonalDesign design)
    {
        var rowsOf = RowsByLevel();
        var place = new int[Border];
        Array.Fill(place, -1);
        var (own, touched, cross) = (new double[Main.Levels][], new int[Main.Levels][], new double[Main.Levels][]);
        for (var level = 0; level < Main.Levels; level++)
        {
            touched[level] = TouchedBy(rowsOf[level], place);
            own[level] = new double[Main.Width * Main.Width];
            cross[level] = new double[Main.Width * touched[level].Length];
            Add(rowsOf[level], design, place, (own[level], cross[level], touched[level].Length));
            foreach (var column in touched[level])
                place[column] = -1;
        }
        return LevelClass.Of(own, touched, cross);
    }

    void Add(int[] rows, OrthogonalDesign design, int[] place, (double[] Own, double[] Cross, int Width) sums)
    {
        var values = new double[Others.Sum(other => other.Width) + Parameters + 1];
        var columns = new int[values.Length];
        foreach (var row in rows)
        {
            BorderOf(row, design, columns, values);
            AddToSquare(columns, values);
            for (var k = 0; k < Main.Width; k++)
            {
                var value = Main.Columns[k][row];
                for (var l = 0; l < Main.Width; l++)
                    sums.Own[(k * Main.Width) + l] += value * Main.Columns[l][row];
                for (var c = 0; c < columns.Length; c++)
                    sums.Cross[(k * sums.Width) + place[columns[c]]] += value * values[c];
            }
        }
    }

    int[][] RowsByLevel()
    {
        var counts = new int[Main.Levels];
        foreach (var level in Main.Level)
            counts[level]++;
        var rows = counts.Select(count => new int[count]).ToArray();
        Array.Clear(counts);
        for (var row = 0; row < Main.Level.Length; row++)
            rows[Main.Level[row]][counts[Main.Level[row]]++] = row;
        return rows;
    }

    int[] TouchedBy(int[] rows, int[] place)
    {
        var touched = new List<int>();
        for (var f = 0; f < Others.Length; f++)
            foreach (var row in rows)
                for (var k = 0; k < Others[f].Width; k++)
                    Touch(Offsets[f] + (Others[f].Level[row] * Others[f].Width) + k);
        for (var column = OtherColumns; column < Border; column++)
            Touch(column);
        return [.. touched];

        void Touch(int column)
        {
            if (place[column] >= 0)
                return;
            place[column] = touched.Count;
            touched.Add(column);
        }
    }

    void BorderOf(int row, OrthogonalDesign design, int[] columns, double[] values)
    {
        var next = 0;
        for (var f = 0; f < Others.Length; f++)
            for (var k = 0; k < Others[f].Width; k++)
            {
                columns[next] = Offsets[f] + (Others[f].Level[row] * Others[f].Width) + k;
                values[next++] = Others[f].Columns[k][row];
            }
        for (var j = 0; j < Parameters; j++)
        {
            columns[next] = OtherColumns + j;
            values[next++] = design.Basis[j][row];
        }
        columns[next] = Border - 1;
        values[next] = design.Residuals[row];
    }

    void AddToSquare(int[] columns, double[] values)
    {
        for (var a = 0; a < columns.Length; a++)
            for (var b = 0; b <= a; b++)
                Square[(columns[a] * Border) + columns[b]] += values[a] * values[b];
    }
}
