using System.Globalization;
using Checkpoint.Bundles;
using Checkpoint.Passes;

namespace Checkpoint.Signals;

/// <summary>What the volunteer is told of a list that may be too old: its day, its age, and whom to ask for a newer one.</summary>
static class ListWords
{
    /// <summary>The issuer is not on the trust list.</summary>
    public static Words UnknownIssuer(ListAge list) => list.Issued is { } issued
        ? new(
            $"发证单位不在{Day(issued)}的名单上（{Age(list).Chinese}）：请人工登记，并向中心要新名单",
            $"Issuer not on the list of {Day(issued)}, {Age(list).English}: register by hand, and ask the centre for a newer list")
        : new(
            "本机还没有发证单位名单：请人工登记，并向中心要名单",
            "This box has no list of issuers yet: register by hand, and ask the centre for one");

    /// <summary>A list is past its own date.</summary>
    public static Words Old(ListAge list) => new(
        $"{Name(list.Kind).Chinese}是{Day(list.Issued)}的（{Age(list).Chinese}）：请向中心要新名单",
        $"{Name(list.Kind).English} is of {Day(list.Issued)}, {Age(list).English}: ask the centre for a newer one");

    static Words Name(BundleKind kind) => kind == BundleKind.Revocation
        ? new("作废名单", "The list of passes taken back")
        : new("发证单位名单", "The list of issuers");

    static Words Age(ListAge list) => list.Days switch
    {
        null => new("已过几天不明", "age unknown"),
        0 => new("今天的", "less than a day old"),
        1 => new("已过1天", "1 day old"),
        { } days => new($"已过{Text(days)}天", $"{Text(days)} days old"),
    };

    static string Day(DateTimeOffset? issued) => issued?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
