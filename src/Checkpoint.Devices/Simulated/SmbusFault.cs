namespace Checkpoint.Devices.Simulated;

/// <summary>How a simulated thermometer can fail on its bus.</summary>
public enum SmbusFault
{
    /// <summary>It works.</summary>
    None,

    /// <summary>The packet error code does not fit the word.</summary>
    BadChecksum,

    /// <summary>Bit 15 is set in an otherwise good word.</summary>
    ErrorFlag,

    /// <summary>The word 0x0000, correctly checked: below anything the sensor can measure.</summary>
    ZeroWord,

    /// <summary>The word 0xFFFF, correctly checked: the error flag is set.</summary>
    OnesWord,

    /// <summary>Nobody acknowledges the address.</summary>
    NoAnswer,
}
