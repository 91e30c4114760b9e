using System.Globalization;

namespace Checkpoint.Policies.CertLogic;

/// <summary>A value of CertLogic (specification 1.3). Its default is null. Immutable, and made without allocating unless it is a list.</summary>
public readonly struct LogicValue : IEquatable<LogicValue>
{
    readonly double number;
    readonly object? reference;

    LogicValue(LogicKind kind, double number, object? reference)
    {
        Kind = kind;
        this.number = number;
        this.reference = reference;
    }

    /// <summary>What kind it is.</summary>
    public LogicKind Kind { get; }

    /// <summary>True.</summary>
    public static LogicValue True { get; } = Of(truth: true);

    /// <summary>False.</summary>
    public static LogicValue False { get; } = Of(truth: false);

    /// <summary>The number, or milliseconds since 1970 UTC of a date-time, or 1 for true; else 0.</summary>
    public double Number => number;

    /// <summary>The text, or why it failed; else null.</summary>
    public string? Text => reference as string;

    /// <summary>The items; none for anything but a list.</summary>
    public ReadOnlySpan<LogicValue> Items => reference as LogicValue[];

    /// <summary>The members; null for anything but an object.</summary>
    public LogicMembers? Members => reference as LogicMembers;

    /// <summary>Whether it is nothing.</summary>
    public bool IsNull => Kind == LogicKind.Null;

    /// <summary>Whether the data did not fit.</summary>
    public bool IsFailure => Kind == LogicKind.Failure;

    /// <summary>Whether it is a number without a fraction.</summary>
    public bool IsWhole => Kind == LogicKind.Number && double.IsInteger(number);

    /// <summary>
    /// Whether CertLogic takes it for true or for false; null for a date-time or a failure, which are neither.
    /// </summary>
    public bool? Truth => Kind switch
    {
        LogicKind.Null => false,
        LogicKind.Boolean or LogicKind.Number => number != 0,
        LogicKind.Text => Text!.Length > 0,
        LogicKind.List => Items.Length > 0,
        LogicKind.Members => !Members!.IsEmpty,
        _ => null,
    };

    /// <summary>A truth value.</summary>
    public static LogicValue Of(bool truth) => new(LogicKind.Boolean, truth ? 1 : 0, reference: null);

    /// <summary>A truth value that may be unknown.</summary>
    public static LogicValue Of(bool? truth) => truth is { } known ? Of(known) : default;

    /// <summary>A number.</summary>
    public static LogicValue Of(double number) => new(LogicKind.Number, number, reference: null);

    /// <summary>A number that may be unknown.</summary>
    public static LogicValue Of(double? number) => number is { } known ? Of(known) : default;

    /// <summary>Text that may be unknown.</summary>
    public static LogicValue Of(string? text) => text is null ? default : new(LogicKind.Text, 0, text);

    /// <summary>A list.</summary>
    /// <param name="items">Not changed afterwards.</param>
    public static LogicValue Of(LogicValue[] items) => new(LogicKind.List, 0, items);

    /// <summary>Named members, or null.</summary>
    public static LogicValue Of(LogicMembers? members) => members is null ? default : new(LogicKind.Members, 0, members);

    /// <summary>A date-time, cut to whole milliseconds.</summary>
    public static LogicValue Of(DateTimeOffset moment) => new(LogicKind.Moment, moment.ToUnixTimeMilliseconds(), reference: null);

    /// <summary>The data did not fit.</summary>
    /// <param name="why">In words, without any of the data.</param>
    public static LogicValue Failed(string why) => new(LogicKind.Failure, 0, why);

    /// <summary>The member of a name or of a place in a list; null when there is none. Never fails.</summary>
    /// <param name="name">A name, or a number from 0.</param>
    public LogicValue Drill(string name) => Kind switch
    {
        LogicKind.Members => Members!.Get(name),
        LogicKind.List => int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place < Items.Length
            ? Items[place]
            : default,
        _ => default,
    };

    /// <summary>Equal in kind and in content; a failure equals nothing.</summary>
    public bool Equals(LogicValue other) => Kind == other.Kind && Kind switch
    {
        LogicKind.Null => true,
        LogicKind.Boolean or LogicKind.Number or LogicKind.Moment => number.Equals(other.number),
        LogicKind.Text => string.Equals(Text, other.Text, StringComparison.Ordinal),
        LogicKind.List => Items.SequenceEqual(other.Items),
        LogicKind.Members => ReferenceEquals(reference, other.reference) || SameMembers(Members as LogicMap, other.Members as LogicMap),
        _ => false,
    };

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is LogicValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, number, Text);

    /// <summary>Two values are equal.</summary>
    public static bool operator ==(LogicValue left, LogicValue right) => left.Equals(right);

    /// <summary>Two values are not equal.</summary>
    public static bool operator !=(LogicValue left, LogicValue right) => !left.Equals(right);

    /// <summary>As JSON, for people; a list or object by its size, so that nothing that was shown gets into a log.</summary>
    public override string ToString() => Kind switch
    {
        LogicKind.Null => "null",
        LogicKind.Boolean => number != 0 ? "true" : "false",
        LogicKind.Number => number.ToString(CultureInfo.InvariantCulture),
        LogicKind.Text => $"\"{Text}\"",
        LogicKind.Moment => DateTimeOffset.FromUnixTimeMilliseconds((long)number).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        LogicKind.List => string.Create(CultureInfo.InvariantCulture, $"[{Items.Length} items]"),
        LogicKind.Members => "{…}",
        _ => $"failed: {Text}",
    };

    static bool SameMembers(LogicMap? left, LogicMap? right) =>
        left is not null && right is not null && left.All.Count == right.All.Count
        && left.All.All(member => right.All.TryGetValue(member.Key, out var value) && value.Equals(member.Value));
}
