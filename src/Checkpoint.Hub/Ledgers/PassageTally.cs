namespace Checkpoint.Hub.Ledgers;

/// <summary>How many passages ended one way.</summary>
sealed record PassageTally(string Direction, string Verdict, long Passages);
