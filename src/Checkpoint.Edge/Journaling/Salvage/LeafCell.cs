namespace Checkpoint.Edge.Journaling.Salvage;

/// <summary>One row as it lies on a page.</summary>
/// <param name="At">Where on the page it begins.</param>
/// <param name="Row">Its row id.</param>
/// <param name="Columns">Its columns, in the table's order.</param>
sealed record LeafCell(int At, long Row, IReadOnlyList<StoredValue> Columns);
