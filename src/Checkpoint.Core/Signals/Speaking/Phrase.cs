namespace Checkpoint.Signals.Speaking;

/// <summary>
/// What a voice can say at the gate. Each is short, says what to do and never what was found: who stands behind is no one to hear of a fever, a
/// list or a name. Its name in kebab case is that of its recording: published, so never rename or renumber.
/// </summary>
public enum Phrase
{
    /// <summary>Nothing; the zero value, never said.</summary>
    None = 0,

    /// <summary>The gate is free.</summary>
    NextPlease = 1,

    /// <summary>Show the code, look at the thermometer.</summary>
    ShowCode = 2,

    /// <summary>One code of several is read.</summary>
    NextCode = 3,

    /// <summary>The code is read, the temperature is not.</summary>
    LookAtThermometer = 4,

    /// <summary>For the volunteer: which colour has the health code.</summary>
    PressColour = 5,

    /// <summary>No second entry.</summary>
    AlreadyRegistered = 6,

    /// <summary>Go on.</summary>
    PleasePass = 7,

    /// <summary>Once more.</summary>
    MeasureAgain = 8,

    /// <summary>Too far away, or not still.</summary>
    ComeCloser = 9,

    /// <summary>Two people were before the gate.</summary>
    OneAtATime = 10,

    /// <summary>To be registered by hand.</summary>
    RegisterByHand = 11,

    /// <summary>The thermometer cannot do it.</summary>
    MeasureByHand = 12,

    /// <summary>The code was none, or unreadable.</summary>
    ShowAnother = 13,

    /// <summary>An ID number proves nobody without its card.</summary>
    ShowCard = 14,

    /// <summary>The pass is for another area.</summary>
    OwnCheckpoint = 15,

    /// <summary>In from the cold.</summary>
    WaitOutOfWind = 16,

    /// <summary>Warm from sun or exertion.</summary>
    WaitInShade = 17,

    /// <summary>To the clinical thermometer.</summary>
    StepAside = 18,

    /// <summary>Wait for the person in charge.</summary>
    WaitHere = 19,

    /// <summary>Left before the check was done.</summary>
    ComeBack = 20,

    /// <summary>Somebody in the vehicle was not checked.</summary>
    StopVehicle = 21,

    /// <summary>May not pass now.</summary>
    NotNow = 22,

    /// <summary>A new pass is needed.</summary>
    RenewPass = 23,

    /// <summary>Not at this hour, or not yet.</summary>
    ComeInTime = 24,

    /// <summary>No more today.</summary>
    AnotherDay = 25,

    /// <summary>For the volunteer: the entry is not on disk.</summary>
    WriteOnPaper = 26,

    /// <summary>The disk takes its time.</summary>
    StillWriting = 27,

    /// <summary>A technician tries the loudspeaker.</summary>
    SoundCheck = 28,

    /// <summary>For the volunteer: signed on or off.</summary>
    Noted = 29,

    /// <summary>The code was seen as people changed places.</summary>
    ShowOnceMore = 30,
}
