namespace Checkpoint.Devices.Simulated;

/// <summary>The EEPROM of a simulated MLX90614: 32 words, nine of them writable, each erased to 0 before it takes a new one.</summary>
sealed class SimulatedCells
{
    /// <summary>The registers of its cells start here.</summary>
    public const byte First = 0x20;

    /// <summary>Its last register.</summary>
    public const byte Last = 0x3F;

    readonly ushort[] words = new ushort[Last - First + 1];

    /// <summary>A part as it leaves the factory: emissivity 1, single zone, 90° lens, with a number.</summary>
    public SimulatedCells()
    {
        (this[0x20], this[0x21], this[0x22], this[0x23]) = (0x9993, 0x62E3, 0x0201, 0xF71C);
        (this[0x24], this[0x25], this[0x2E]) = (0xFFFF, 0x9FB4, 0xBE5A);
        (this[0x3C], this[0x3D], this[0x3E], this[0x3F]) = (0x1234, 0x5678, 0x9ABC, 0xDEF0);
    }

    /// <summary>A cell by its register.</summary>
    public ushort this[byte register]
    {
        get => words[register - First];
        private set => words[register - First] = value;
    }

    /// <summary>Whether a register is a cell.</summary>
    public static bool Has(byte register) => register is >= First and <= Last;

    /// <summary>Writes a cell; one that was not erased keeps its ones, and one that may not be written keeps everything.</summary>
    public void Write(byte register, ushort word)
    {
        if (register is <= 0x25 or 0x2E or 0x2F or 0x39)
            this[register] = word == 0 ? word : (ushort)(this[register] | word);
    }
}
