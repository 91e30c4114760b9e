namespace Checkpoint.Testing.Simulation;

/// <summary>What may go wrong in a simulated world.</summary>
public enum FaultKind
{
    /// <summary>The box loses power, and has it back later.</summary>
    PowerCut,

    /// <summary>The box loses power between writing an entry and its being on the disk.</summary>
    TornWrite,

    /// <summary>The box's disk takes nothing.</summary>
    DiskFull,

    /// <summary>The box's journal cannot be read any more, or only in part.</summary>
    CorruptStore,

    /// <summary>The box's disk comes back as it was some entries ago: a card that lied about its syncs, or an old image.</summary>
    RolledBack,

    /// <summary>The box's wall clock jumps, by up to twenty years or to 1970.</summary>
    ClockJump,

    /// <summary>The box's card is copied, and both copies run.</summary>
    Clone,

    /// <summary>Another box is set up with the same name and key.</summary>
    Twin,

    /// <summary>The broker does not say that it throws out the older of two sessions, as MQTT 3.1.1 has no word for it.</summary>
    SilentTakeover,

    /// <summary>The broker answers what it then loses.</summary>
    Loss,

    /// <summary>The broker loses what the hub says.</summary>
    LossDown,

    /// <summary>The broker delivers more than once.</summary>
    Doubles,

    /// <summary>The broker delivers out of order.</summary>
    Disorder,

    /// <summary>Everything takes long.</summary>
    Delay,

    /// <summary>The broker refuses messages, and says so.</summary>
    Refusal,

    /// <summary>The broker answers nothing though the link stands.</summary>
    Silence,

    /// <summary>The box's link is cut.</summary>
    LinkCut,

    /// <summary>The broker is away.</summary>
    BrokerDown,

    /// <summary>The broker starts again and remembers nothing of what it had acknowledged.</summary>
    Amnesia,

    /// <summary>The broker takes one to three unanswered messages.</summary>
    NarrowWindow,

    /// <summary>The broker delivers an old watermark once more.</summary>
    OldWord,

    /// <summary>The hub's database fails.</summary>
    CommitFails,

    /// <summary>The hub dies before its commit is on the disk.</summary>
    CrashBeforeCommit,

    /// <summary>The hub dies when its commit is on the disk and nobody has been told.</summary>
    CrashAfterCommit,

    /// <summary>The hub is away.</summary>
    HubDown,

    /// <summary>The hub's link is cut.</summary>
    HubLinkCut,

    /// <summary>A commit takes seconds.</summary>
    SlowCommit,

    /// <summary>Somebody brings an older list.</summary>
    OldList,

    /// <summary>Somebody carries the box's entries to the hub, and its receipt back.</summary>
    StickCarried,

    /// <summary>The hub is given the same stick twice.</summary>
    StickTwice,

    /// <summary>A stick is lost on the way.</summary>
    StickLost,

    /// <summary>A stick is changed on the way.</summary>
    StickChanged,

    /// <summary>An old receipt comes back after newer ones.</summary>
    OldReceipt,
}
