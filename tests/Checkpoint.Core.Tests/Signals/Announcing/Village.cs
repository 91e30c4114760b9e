using System.Globalization;
using Checkpoint.Signals.Speaking;

namespace Checkpoint.Signals.Announcing;

/// <summary>
/// A village whose box is looked at again and again: its clock, whether somebody is at the gate, and what was heard. An announcement lasts forty
/// seconds.
/// </summary>
sealed class Village(AnnouncementSchedule schedule, DateTime clock)
{
    /// <summary>How long each announcement lasts.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromSeconds(40);

    AnnouncementState state = AnnouncementState.Begin(schedule, TimeSpan.Zero);

    /// <summary>Quiet from nine in the evening to seven in the morning.</summary>
    public static DayHours Night { get; } = new(new(21, 0), new(7, 0));

    /// <summary>What the box's clock says; null while it is not to be trusted.</summary>
    public DateTime? Clock { get; private set; } = clock;

    /// <summary>Time since the beginning.</summary>
    public TimeSpan Elapsed { get; private set; }

    /// <summary>Whether somebody is at the gate.</summary>
    public bool IsBusy { get; set; }

    /// <summary>How each announcement ends; asked when it begins.</summary>
    public Func<SpeechEnd> Ends { get; set; } = () => SpeechEnd.Whole;

    /// <summary>Each that was begun: which, when by the clock, when in truth, and how it ended.</summary>
    public List<(AnnouncementDue Due, DateTime Clock, TimeSpan At, SpeechEnd End)> Begun { get; } = [];

    /// <summary>Each that was dropped.</summary>
    public List<AnnouncementDue> Dropped { get; } = [];

    public static AnnouncementItem Item(int number, params string[] times) => new(
        new(number, [new Saying.Written(VoiceTag.Parse("zh-CN"), "请大家少出门")]),
        [.. times.Select(time => TimeOnly.Parse(time, CultureInfo.InvariantCulture)).Order()],
        [.. Enum.GetValues<DayOfWeek>()]);

    public static AnnouncementSchedule Schedule(params string[][] items) => new([.. items.Select((times, number) => Item(number, times))], Night);

    /// <summary>Sets the clock, as a person or a time server does it.</summary>
    public void Step(TimeSpan by) => Clock += by;

    /// <summary>Takes the clock away, or gives it back.</summary>
    public void Trust(DateTime? clock) => Clock = clock;

    /// <summary>Lets time pass, with a look every so often.</summary>
    public void Pass(TimeSpan time, TimeSpan? look = null)
    {
        var turn = look ?? TimeSpan.FromSeconds(1);
        for (var until = Elapsed + time; Elapsed < until;)
        {
            Move(turn);
            Look();
        }
    }

    void Look()
    {
        var step = AnnouncementPlanner.Look(schedule, state, new(Clock, Elapsed, !IsBusy));
        state = step.Next;
        Dropped.AddRange(step.Dropped);
        if (step.Play is { } due)
            Begin(due);
    }

    void Begin(AnnouncementDue due)
    {
        var (began, end) = (Elapsed, Ends());
        Begun.Add((due, Clock!.Value, began, end));
        Move(end == SpeechEnd.Whole ? Length : TimeSpan.FromSeconds(3));
        var step = AnnouncementPlanner.End(state, due, end, began, Elapsed);
        state = step.Next;
        Dropped.AddRange(step.Dropped);
    }

    void Move(TimeSpan by) => (Elapsed, Clock) = (Elapsed + by, Clock + by);
}
