using System.Globalization;
using Checkpoint.Carrying;
using Checkpoint.Ledgers;
using Checkpoint.Wire;

namespace Checkpoint.Hub.Carrying;

/// <summary>What a person is told after carrying in: one line for each journal. Numbers only.</summary>
static class CarryTable
{
    const int MaxRuns = 4;

    /// <summary>Prints the table.</summary>
    public static void Print(IReadOnlyList<CarryReceipt> receipts, TextWriter output)
    {
        output.WriteLine("盒 device  日志 journal  条目 numbers  新收 new  已有 already there  不符 wrong  缺 missing");
        foreach (var journal in receipts.Where(receipt => receipt is { Refusal: CarryRefusal.None, Stream: not null }).GroupBy(receipt => receipt.Stream!.Value))
            Print(journal.Key, [.. journal], output);
    }

    static void Print(StreamKey stream, List<CarryReceipt> journal, TextWriter output)
    {
        List<SeqRange> numbers = [.. journal.SelectMany(receipt => receipt.Numbers).OrderBy(range => range.First)];
        var missing = journal[^1].Missing.Concat(Tail(journal.Max(receipt => receipt.Written), journal[^1], numbers)).ToList();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{stream.Device}  {stream.Epoch}  {Words(Joined(numbers))}  {journal.Sum(receipt => receipt.New)}  {journal.Sum(receipt => receipt.Known)}  {journal.Sum(receipt => receipt.Wrong)}  {Words(missing)}"));
        if (journal.Any(receipt => receipt.Wrong > 0))
            output.WriteLine("  条目与已有的不符，或链断裂：可能有复制或改动过的盒，请查服务日志 Entries differ from those here, or the chain is broken: a cloned or tampered box; see the service's log");
        if (journal.Any(receipt => receipt.Refused > 0))
            output.WriteLine("  中间缺口过多，有条目未收：请先收入更早的文件，再收一次 Too many holes, some entries were not taken: carry in the older files, then this again");
    }

    // What the box had written, and nothing here goes up to.
    static IEnumerable<SeqRange> Tail(long written, CarryReceipt sum, List<SeqRange> numbers)
    {
        var highest = Math.Max(sum.UpTo, numbers.Max(range => range.Last));
        return written > highest ? [new(highest + 1, written)] : [];
    }

    static List<SeqRange> Joined(List<SeqRange> ascending)
    {
        List<SeqRange> joined = [];
        foreach (var range in ascending)
        {
            if (joined.Count > 0 && range.First <= joined[^1].Last + 1)
                joined[^1] = joined[^1] with { Last = Math.Max(joined[^1].Last, range.Last) };
            else
                joined.Add(range);
        }

        return joined;
    }

    static string Words(List<SeqRange> ranges) => ranges.Count == 0
        ? "0"
        : string.Join(',', ranges.Take(MaxRuns).Select(range => string.Create(CultureInfo.InvariantCulture, $"{range.First}-{range.Last}"))) + (ranges.Count > MaxRuns ? ",…" : "");
}
