namespace Checkpoint.Devices.Native;

/// <summary>What an I²C controller can do (linux/i2c.h, I2C_FUNC_*); only what we ask for.</summary>
[Flags]
enum I2cAbilities : ulong
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Any messages (I2C_FUNC_I2C).</summary>
    Messages = 0x1,

    /// <summary>Packet error codes (I2C_FUNC_SMBUS_PEC).</summary>
    Pec = 0x8,

    /// <summary>Sending one byte (I2C_FUNC_SMBUS_WRITE_BYTE).</summary>
    SendByte = 0x0004_0000,

    /// <summary>Reading a word (I2C_FUNC_SMBUS_READ_WORD_DATA).</summary>
    ReadWord = 0x0020_0000,

    /// <summary>Writing a word (I2C_FUNC_SMBUS_WRITE_WORD_DATA).</summary>
    WriteWord = 0x0040_0000,

    /// <summary>All that an SMBus needs.</summary>
    CheckedWords = Pec | SendByte | ReadWord | WriteWord,
}
