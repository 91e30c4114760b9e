namespace Checkpoint.Lab.Sensors;

/// <summary>What happens to the frames of one reading of a thermometer.</summary>
enum Tear
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>One to three bits are turned.</summary>
    FewBits,

    /// <summary>Four bits or more are turned.</summary>
    ManyBits,

    /// <summary>A run of bits is noise.</summary>
    Burst,

    /// <summary>The word's bytes come in the wrong order.</summary>
    Swapped,

    /// <summary>A clock pulse too many: every bit comes early, the last ones are those of a bus let go.</summary>
    Shifted,

    /// <summary>The sensor loses its supply within the frame, and the bus floats high.</summary>
    LetGo,

    /// <summary>Something pulls the bus low from some bit on.</summary>
    HeldLow,

    /// <summary>A run of bits is high, the same one in every frame.</summary>
    StuckHigh,

    /// <summary>A run of bits is low, the same one in every frame.</summary>
    StuckLow,

    /// <summary>Another register's answer, with that one's own code.</summary>
    OtherRegister,

    /// <summary>Another sensor's answer, with that one's own code.</summary>
    OtherAddress,

    /// <summary>The frame before once more.</summary>
    Repeated,

    /// <summary>The sensor's error flag, with the right code.</summary>
    Flagged,

    /// <summary>A word that is no temperature, with the right code.</summary>
    OutOfRange,

    /// <summary>Three bytes of chance.</summary>
    Garbage,

    /// <summary>Nobody drives the bus.</summary>
    Ones,

    /// <summary>The bus is stuck.</summary>
    Zeros,

    /// <summary>Nobody acknowledges.</summary>
    Silence,
}
