namespace Checkpoint.Signals;

/// <summary>What a signal means. Each has a light rhythm and a tone of its own, so that neither colour nor hearing is needed.</summary>
public enum SignalKind
{
    /// <summary>The gate is free.</summary>
    Free,

    /// <summary>Show the code, look at the thermometer.</summary>
    Welcome,

    /// <summary>The code is read; look at the thermometer.</summary>
    Measuring,

    /// <summary>What a volunteer did for themselves is noted: signed on or off.</summary>
    Noted,

    /// <summary>The gate asks the volunteer for the colour of a health code.</summary>
    WhichColour,

    /// <summary>Registered a moment ago; no second entry.</summary>
    AlreadyRegistered,

    /// <summary>May pass.</summary>
    Admit,

    /// <summary>Once more.</summary>
    Recheck,

    /// <summary>Register by hand.</summary>
    Register,

    /// <summary>Wait some minutes, then again from the start; the next one may come.</summary>
    Wait,

    /// <summary>To the clinical thermometer.</summary>
    Refer,

    /// <summary>Wait here; call the person in charge.</summary>
    Hold,

    /// <summary>May not pass now.</summary>
    TurnBack,

    /// <summary>The entry could not be written: write it on paper.</summary>
    NotRecorded,

    /// <summary>The disk is slow: the entry is being written, and there is no verdict before it is.</summary>
    StillWriting,
}
