namespace Checkpoint.Signals;

/// <summary>One line that says what happened and what to do, for people.</summary>
/// <param name="Chinese">Simplified Chinese (zh-CN).</param>
/// <param name="English">English.</param>
public readonly record struct Words(string Chinese, string English);
