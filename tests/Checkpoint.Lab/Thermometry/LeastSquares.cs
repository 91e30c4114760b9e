namespace Checkpoint.Lab.Thermometry;

/// <summary>Ordinary least squares by the normal equations: a handful of columns, and numbers of one size.</summary>
static class LeastSquares
{
    /// <summary>The coefficients, one a column.</summary>
    /// <param name="rows">At least as many as columns.</param>
    /// <param name="values">One a row.</param>
    public static double[] Fit(IReadOnlyList<double[]> rows, IReadOnlyList<double> values)
    {
        var size = rows[0].Length;
        var system = new double[size][];
        for (var i = 0; i < size; i++)
        {
            var row = i;
            system[i] = [.. Enumerable.Range(0, size).Select(j => rows.Sum(x => x[row] * x[j])), rows.Zip(values, (x, y) => x[row] * y).Sum()];
        }

        for (var pivot = 0; pivot < size; pivot++)
            Eliminate(system, pivot);
        return [.. system.Select((row, i) => row[size] / row[i])];
    }

    static void Eliminate(double[][] system, int pivot)
    {
        var best = Enumerable.Range(pivot, system.Length - pivot).MaxBy(i => Math.Abs(system[i][pivot]));
        (system[pivot], system[best]) = (system[best], system[pivot]);
        for (var i = 0; i < system.Length; i++)
        {
            if (i == pivot)
                continue;
            var factor = system[i][pivot] / system[pivot][pivot];
            for (var j = pivot; j <= system.Length; j++)
                system[i][j] -= factor * system[pivot][j];
        }
    }
}
