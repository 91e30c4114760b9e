namespace Checkpoint.Testing.Kernel.Clocks;

/// <summary>Does one step after another to a box in a guest, and looks what comes of it.</summary>
/// <param name="box">The box, which runs.</param>
/// <param name="watch">Looks at it.</param>
/// <param name="clock">The true time.</param>
sealed class ClockSteps(GuestBox box, EntryWatch watch, TimeProvider clock)
{
    const int Decisions = 2;
    static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(90);
    static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(10);
    static readonly TimeSpan Exact = TimeSpan.FromMilliseconds(500);

    // What the gate holds possible: its floor may be as new as now, and a clock 20 years after the program was built is broken.
    static readonly TimeSpan Lifetime = TimeSpan.FromDays(19.8 * 365);

    readonly List<ExpectedTurn> turns = [];
    TimeSpan kernel;
    DateTimeOffset said;
    bool isKnown;
    bool isImpossible;

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
        if (move.Move is ClockMove.Killed)
            watch.TakeSlowest(); // what a program answers while it is being compiled says nothing of its clock
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
                var set = await box.SetAsync(move, cancel);
                if (AskedFor(move, set) is var asked && (set.Off - asked).Duration() > Exact)
                    problems.Add(FormattableString.Invariant($"the kernel's clock is {(set.Off - asked).TotalSeconds:0.0} s from where it was set"));
                said = set.Wall;
                if (move.Move is ClockMove.LeapSecond && await box.LeapAsync(set, cancel) is var leap && (leap - TimeSpan.FromSeconds(1)).Duration() > Exact)
                    problems.Add(FormattableString.Invariant($"the kernel inserted {leap.TotalSeconds:0.00} s"));
                break;
        }
    }

    // The box must say in its journal that the kernel's clock is elsewhere now, if it is far enough from where it was.
    async Task ExpectAsync(PlannedMove move, int boot, List<string> problems, CancellationToken cancel)
    {
        var before = kernel;
        var now = await box.NowAsync(cancel);
        kernel = now.Off;
        if (move.Move is ClockMove.Answered && kernel.Duration() > TimeJudge.Tolerance)
            problems.Add("the time service did not set the kernel's clock right");
        if (TurnOf(move, before) is { } turn)
            turns.Add(new(boot, turn, move.Move is ClockMove.Answered ? now.Wall : said));
    }

    TimeSpan AskedFor(PlannedMove move, KernelClock set) => move.Move switch
    {
        ClockMove.SecondOn => kernel + TimeSpan.FromSeconds(1),
        ClockMove.SecondBack => kernel - TimeSpan.FromSeconds(1),
        _ when ClockTarget.Moment(move.Move, move.Zone) is { } moment => set.Off + (moment - set.Wall),
        _ => ClockTarget.Off(move.Move, clock.GetUtcNow()),
    };

    string? TurnOf(PlannedMove move, TimeSpan before) => move.Move switch
    {
        ClockMove.Killed => null,
        ClockMove.Answered => isKnown ? null : "set",
        ClockMove.SetRight when !isKnown && before.Duration() > TimeJudge.Tolerance => "stepped|set", // the last answer may be fresh enough for it
        _ when isKnown => kernel.Duration() > TimeJudge.Tolerance ? "refused" : null,
        _ when (kernel - before).Duration() <= TimeJudge.Tolerance => null,
        _ => isImpossible ? "stepped|set" : "stepped", // any time is better than one that cannot be
    };

    async Task<(TimeSpan Waited, TimeSpan Confirmed)> PassAsync(List<string> problems, CancellationToken cancel)
    {
        var start = clock.GetTimestamp();
        var lights = box.Lights;
        await HoldsAsync(() => Task.FromResult(box.Lights >= lights + Decisions), "nobody passed any more", problems, cancel);
        var waited = clock.GetElapsedTime(start);

        var written = (await box.Page.StatusAsync(cancel)).Written;
        await HoldsAsync(() => Task.FromResult(watch.Last?.Released >= written), "nothing was confirmed any more", problems, cancel);
        return (waited, clock.GetElapsedTime(start) - waited);
    }

    async Task<(TimeSpan Gate, string Quality)> JudgeGateAsync(PlannedMove move, List<string> problems, CancellationToken cancel)
    {
        var before = clock.GetUtcNow();
        var time = (await box.Page.StatusAsync(cancel)).Clock ?? throw new InvalidOperationException("The box says no time.");
        var asked = new Sighting(before, clock.GetUtcNow());
        var (gate, quality) = (time.Time - before, time.Quality);
        isImpossible = quality is "unknown";
        isKnown = quality is "synced"; // a program that starts anew goes by the last answer if the clock is still as it left it
        if (isKnown && asked.Off(time.Time) > TimeJudge.Tolerance)
            problems.Add("the gate believes a wrong clock");
        if (!isKnown && move.IsAnswered)
            problems.Add("the gate left the time server's time");
        if (!isKnown && quality is not "unknown" && asked.Off(time.Time - kernel) > TimeJudge.Tolerance)
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
