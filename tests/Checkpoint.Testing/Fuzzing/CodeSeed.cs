using Checkpoint.Passes;

namespace Checkpoint.Testing.Fuzzing;

/// <summary>A good code to make bad ones of.</summary>
/// <param name="Name">Where it comes from.</param>
/// <param name="Text">What it holds.</param>
/// <param name="Clock">When it is good.</param>
/// <param name="Said">What the gate says of it.</param>
public sealed record CodeSeed(string Name, string Text, DateTimeOffset Clock, CodeCheck Said)
{
    readonly Lazy<byte[]> envelope = new(() => CoseParts.Unpack(Text));

    /// <summary>The envelope of an HC1 code.</summary>
    internal byte[] Envelope => envelope.Value;

    /// <summary>Whether a check of another text came to the very same thing: the same pass with the same content.</summary>
    public bool IsSameAs(CodeCheck check) => check.Claims == Said.Claims
        && string.Equals(check.Document?.Root.GetRawText(), Said.Document?.Root.GetRawText(), StringComparison.Ordinal);
}
