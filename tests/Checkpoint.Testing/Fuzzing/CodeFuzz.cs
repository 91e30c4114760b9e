using System.Diagnostics;
using System.Globalization;
using System.Text;
using Checkpoint.Passes;
using Checkpoint.Passes.Shc;
using Checkpoint.Scanning;
using Checkpoint.Sealing;

namespace Checkpoint.Testing.Fuzzing;

/// <summary>Shows bad codes to the gate's whole chain and holds every one to the limits.</summary>
/// <param name="corpus">Good codes and their keys.</param>
/// <param name="seed">The same seed makes the same codes.</param>
public sealed class CodeFuzz(CodeCorpus corpus, int seed)
{
    /// <summary>No code may allocate more, bytes.</summary>
    public const long MaxBytes = 1 << 20;

    /// <summary>No code may take longer.</summary>
    public static readonly TimeSpan MaxTime = TimeSpan.FromMilliseconds(50);

    const int WarmUp = 20;
    const int Repeats = 3;

    readonly PassVerifier verifier = new(corpus.Lists);
    readonly Random random = new(seed);

    /// <summary>Shows a number of codes.</summary>
    /// <param name="codes">How many.</param>
    /// <param name="progress">Told after every 100,000 codes.</param>
    public FuzzTally Run(long codes, Action<FuzzTally>? progress = null)
    {
        var tally = new FuzzTally();
        var mutator = new CodeMutator(random);
        for (var round = 0; round < WarmUp; round++)
        {
            foreach (var good in corpus.Seeds)
                Show([Some.Symbol(good.Text)], good.Clock);
        }

        while (tally.Codes < codes)
        {
            var good = corpus.Seeds[random.Next(corpus.Seeds.Count)];
            var mutant = mutator.Make(good, corpus.Seeds[random.Next(corpus.Seeds.Count)]);
            Measure(tally, good, mutant, [.. mutant.Texts.Select(Symbol)]);
            if (++tally.Codes % 100_000 == 0)
                progress?.Invoke(tally);
        }

        return tally;
    }

    void Measure(FuzzTally tally, CodeSeed good, Mutant mutant, Symbol[] symbols)
    {
        var bytes = GC.GetAllocatedBytesForCurrentThread();
        var start = Stopwatch.GetTimestamp();
        CodeCheck check;
        try
        {
            check = Show(symbols, good.Clock);
            CarriedFields.Of(check);
        }
#pragma warning disable CA1031 // the very thing that is looked for
        catch (Exception error)
#pragma warning restore CA1031
        {
            FuzzTally.Keep(tally.Failures, $"{mutant.Kind}: {error.GetType().Name}: {string.Join(" | ", mutant.Texts)}");
            return;
        }

        var time = Stopwatch.GetElapsedTime(start);
        Hold(tally, mutant, symbols, good.Clock, GC.GetAllocatedBytesForCurrentThread() - bytes, time);
        Judge(tally, good, mutant, check);
    }

    static void Judge(FuzzTally tally, CodeSeed good, Mutant mutant, CodeCheck check)
    {
        FuzzTally.Count(tally.Outcomes, check.Fault is { } fault ? $"{check.Outcome} {fault}" : $"{check.Outcome}");
        if (check.Outcome != CodeOutcome.Valid || mutant.Texts is [var text] && string.Equals(text, good.Text, StringComparison.Ordinal))
            return;
        if (good.IsSameAs(check))
            FuzzTally.Count(tally.Respelled, IsUnchanged(good, mutant) ? "nothing changed but what compression may choose" : mutant.Kind);
        else
            FuzzTally.Keep(tally.Failures, $"{mutant.Kind}: accepted: {string.Join(" | ", mutant.Texts)}");
    }

    static bool IsUnchanged(CodeSeed good, Mutant mutant) => good.Said.Profile == PassProfile.Hc1
        && CoseParts.Unpack(mutant.Texts[0]).AsSpan().SequenceEqual(good.Envelope);

    void Hold(FuzzTally tally, Mutant mutant, Symbol[] symbols, DateTimeOffset clock, long bytes, TimeSpan time)
    {
        tally.MostBytes = Math.Max(tally.MostBytes, bytes);
        tally.Longest = time > tally.Longest ? time : tally.Longest;
        if (bytes > MaxBytes)
            FuzzTally.Keep(tally.Failures, $"{mutant.Kind}: {bytes} bytes: {string.Join(" | ", mutant.Texts)}");
        if (time <= MaxTime)
            return;

        // A machine that others use stops a thread now and then, wherever it is; a code that is slow is slow every time.
        var again = Enumerable.Range(0, Repeats).Select(_ => Again(symbols, clock)).ToList();
        var (wall, processor) = (again.Min(run => run.Wall), again.Min(run => run.Processor));
        tally.TooSlow += wall > MaxTime ? 1 : 0;
        FuzzTally.Keep(tally.Slow, string.Create(
            CultureInfo.InvariantCulture,
            $"{mutant.Kind}: {time.TotalMilliseconds:0.0} ms; best of {Repeats} more: {wall.TotalMilliseconds:0.00} ms, {processor.TotalMilliseconds:0.00} ms of processor"));
    }

    (TimeSpan Wall, TimeSpan Processor) Again(Symbol[] symbols, DateTimeOffset clock)
    {
        var processor = Environment.CpuUsage.TotalTime;
        var start = Stopwatch.GetTimestamp();
        Show(symbols, clock);
        return (Stopwatch.GetElapsedTime(start), Environment.CpuUsage.TotalTime - processor);
    }

    // As a gate does: parts are kept until the card is whole; a code that is no part is judged by itself.
    CodeCheck Show(Symbol[] symbols, DateTimeOffset clock)
    {
        var parts = ShcParts.None;
        var last = new CodeCheck(CodeOutcome.NotShown);
        foreach (var symbol in symbols)
        {
            parts = parts.Take(symbol, TimeSpan.Zero, out var card);
            last = card is null ? verifier.Check(symbol, Some.At(clock)) : verifier.Check(card, Some.At(clock));
        }

        return last;
    }

    static Symbol Symbol(string text) => new(Encoding.UTF8.GetBytes(text));
}
