namespace Checkpoint.Devices.Codes;

/// <summary>The decoders that the contract is tested on, where their libraries are installed.</summary>
static class Decoders
{
    public const string Zbar = nameof(ZbarDecoder);
    public const string Zxing = nameof(ZxingDecoder);

    /// <summary>The decoder that does not give up, around a library.</summary>
    public static PatientDecoder OpenPatient(string name) => new((ICodeLibrary)Open(name));

    public static IQrDecoder Open(string name)
    {
        var (isInstalled, open) = name switch
        {
            Zbar => (ZbarDecoder.IsInstalled, (Func<IQrDecoder>)(() => new ZbarDecoder())),
            _ => (ZxingDecoder.IsInstalled, () => new ZxingDecoder()),
        };
        if (!isInstalled)
            Assert.Skip($"no library for {name}");
        return open();
    }
}
