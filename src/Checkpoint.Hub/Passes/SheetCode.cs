namespace Checkpoint.Hub.Passes;

/// <summary>One code on a sheet.</summary>
/// <param name="Number">A short number for people.</param>
/// <param name="Caption">What stands beside it.</param>
/// <param name="Svg">The picture.</param>
sealed record SheetCode(string Number, string Caption, string Svg);
