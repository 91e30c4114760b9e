namespace Checkpoint.Testing.Kernel.Clocks;

/// <summary>Does one step after another to a box in a guest, and looks what comes of it.</summary>
/// <param name="box">The box, which runs.</param>
/// <param name="watch">Looks at it.</param>
/// <param name="clock">The true time.</param>
sealed class ClockSteps(GuestBox box, EntryWatch watch, TimeProvider clock)
{
    const int People = 2;
    static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(3);
    static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(20);
    static readonly TimeSpan LeapTolerance = TimeSpan.FromMilliseconds(300);

    // What the gate holds possible: its floor may be as new as now, and a clock 20 years after the program was built is broken.
    static readonly TimeSpan Lifetime = TimeSpan.FromDays(19.8 * 365);

    readonly List<ExpectedTurn> turns = [];
    TimeSpan kernel;
    bool isKnown;

    /// <summary>What the box must have journaled of its clock so far.</summary>
    public IReadOnlyList<ExpectedTurn> Turns => turns;

    /// <summary>Does one.</summary>
    public async Task<MoveOutcome> StepAsync(PlannedMove move, CancellationToken cancel)
    {
        var problems = new List<string>();
        watch.TakeSlowest();
        var boot = (await box.Page.StatusAsync(cancel)).Boot;
        await DoAsync(move, problems, cancel);
        await ExpectAsync(move, boot, problems, cancel);

        var (waited, confirmed) = await PassAsync(problems, cancel);
        var (gate, quality) = await JudgeGateAsync(move, problems, cancel);
        var slowest = watch.TakeSlowest();
        if (slowest > LongestAnswer)
            problems.Add("the box was slow to answer");
        await HoldsAsync(() => IsWellAsync(cancel), "the gate or its journal is not well", problems, cancel);
        return new(move, kernel, gate, quality, waited, confirmed, slowest, problems);
    }

    async Task DoAsync(PlannedMove move, List<string> problems, CancellationToken cancel)
    {
        switch (move.Move)
        {
            case ClockMove.Killed:
                await box.KillAsync(cancel);
                await box.StartAsync(move.Zone, passages: 0, cancel);
                break;
            case ClockMove.Answered:
                await box.AskTimeServerAsync(cancel);
                break;
            default:
                var shown = (await box.NowAsync(cancel)).Wall;
                await box.SetAsync(ClockTarget.Of(move.Move, move.Zone, clock.GetUtcNow(), shown), cancel);
                break;
        }

        if (move.Move is ClockMove.LeapSecond && await box.LeapAsync(cancel) is var leap && (leap - TimeSpan.FromSeconds(1)).Duration() > LeapTolerance)
            problems.Add(FormattableString.Invariant($"the kernel inserted {leap.TotalSeconds:0.00} s"));
    }

    // The kernel's clock is where it was set to, and the box must say so in its journal, if it is far enough from where it was.
    async Task ExpectAsync(PlannedMove move, int boot, List<string> problems, CancellationToken cancel)
    {
        var truth = clock.GetUtcNow();
        var now = (await box.NowAsync(cancel)).Wall;
        var (before, asked) = (kernel, AskedFor(move, truth, now));
        kernel = now - truth;
        if ((kernel - asked).Duration() > TimeJudge.Tolerance)
            problems.Add(FormattableString.Invariant($"the kernel's clock is {(kernel - asked).TotalSeconds:0.0} s from where it was set"));
        if (TurnOf(move, before) is { } turn)
            turns.Add(new(boot, turn, now));
    }

    TimeSpan AskedFor(PlannedMove move, DateTimeOffset truth, DateTimeOffset now) => move.Move switch
    {
        ClockMove.Killed => kernel,
        ClockMove.SecondOn => kernel + TimeSpan.FromSeconds(1),
        ClockMove.SecondBack => kernel - TimeSpan.FromSeconds(1),
        // Set before a border, and some seconds went by: those of the leap second longer than others.
        ClockMove.SummerBegins or ClockMove.SummerEnds or ClockMove.LeapSecond or ClockMove.NineteenSeventy when IsAhead(move, truth, now) => now - truth,
        _ => ClockTarget.Of(move.Move, move.Zone, truth, now) - truth,
    };

    static bool IsAhead(PlannedMove move, DateTimeOffset truth, DateTimeOffset now) =>
        now - ClockTarget.Of(move.Move, move.Zone, truth, now) is var since && since >= TimeSpan.Zero && since < TimeSpan.FromSeconds(30);

    string? TurnOf(PlannedMove move, TimeSpan before) => move.Move switch
    {
        ClockMove.Killed => null,
        ClockMove.Answered => isKnown ? null : "set",
        ClockMove.SetRight when !isKnown && before.Duration() > TimeJudge.Tolerance => "stepped|set", // the last answer may be fresh enough for it
        _ when isKnown => kernel.Duration() > TimeJudge.Tolerance ? "refused" : null,
        _ => (kernel - before).Duration() > TimeJudge.Tolerance ? "stepped" : null,
    };

    async Task<(TimeSpan Waited, TimeSpan Confirmed)> PassAsync(List<string> problems, CancellationToken cancel)
    {
        var start = clock.GetTimestamp();
        var lights = box.Lights;
        await HoldsAsync(() => Task.FromResult(box.Lights >= lights + People), "nobody passed any more", problems, cancel);
        var waited = clock.GetElapsedTime(start);

        var written = (await box.Page.StatusAsync(cancel)).Written;
        await HoldsAsync(() => Task.FromResult(watch.Last?.Released >= written), "nothing was confirmed any more", problems, cancel);
        return (waited, clock.GetElapsedTime(start) - waited);
    }

    async Task<(TimeSpan Gate, string Quality)> JudgeGateAsync(PlannedMove move, List<string> problems, CancellationToken cancel)
    {
        var truth = clock.GetUtcNow();
        var time = (await box.Page.StatusAsync(cancel)).Clock ?? throw new InvalidOperationException("The box says no time.");
        var (gate, quality) = (time.Time - truth, time.Quality);
        isKnown = quality is "synced"; // a program that starts anew goes by the last answer if the clock is still as it left it
        if (isKnown && gate.Duration() > TimeJudge.Tolerance)
            problems.Add("the gate believes a wrong clock");
        if (!isKnown && move.IsAnswered)
            problems.Add("the gate left the time server's time");
        if (!isKnown && quality is not "unknown" && (gate - kernel).Duration() > TimeJudge.Tolerance)
            problems.Add("the gate does not follow the only clock there is");
        if (quality is "unknown" && kernel > -TimeJudge.Tolerance && kernel < Lifetime)
            problems.Add("the gate knows no time");
        return (gate, quality);
    }

    async Task<bool> IsWellAsync(CancellationToken cancel) => (await box.Page.HealthAsync(cancel)).GetProperty("checks").EnumerateArray()
        .Where(check => check.GetProperty("name").GetString() is "gate" or "journal")
        .All(check => !check.GetProperty("state").ValueEquals("failing"));

    static async Task HoldsAsync(Func<Task<bool>> condition, string otherwise, List<string> problems, CancellationToken cancel)
    {
        try
        {
            await Eventually.HoldsAsync(condition, otherwise, LongestWait, cancel);
        }
        catch (TimeoutException)
        {
            problems.Add(otherwise);
        }
    }
}
