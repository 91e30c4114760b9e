using System.Text;
using System.Text.Json;

namespace Checkpoint.Bundles;

/// <summary>What a policy bundle carries: the rules, member <c>policy</c>, as whoever reads rules takes them.</summary>
public static class PolicyPayload
{
    const string Member = "policy";

    /// <summary>Writes the rules.</summary>
    /// <param name="json">The bundle.</param>
    /// <param name="policy">UTF-8 JSON.</param>
    public static void Write(Utf8JsonWriter json, ReadOnlySpan<byte> policy)
    {
        json.WritePropertyName(Member);
        json.WriteRawValue(policy);
    }

    /// <summary>The rules of a bundle, UTF-8 JSON, as they were signed.</summary>
    public static ReadOnlyMemory<byte> Read(SignedBundle bundle)
    {
        using var document = JsonDocument.Parse(bundle.Payload);
        return Encoding.UTF8.GetBytes(document.RootElement.GetProperty(Member).GetRawText());
    }

    /// <summary>Whether there are rules in it, and nothing else.</summary>
    /// <exception cref="FormatException">There are none, or there is something else.</exception>
    internal static SignedBundle Check(SignedBundle bundle)
    {
        var json = BundleObject.Parse(bundle.Payload).AllowOnly([.. BundleReader.HeaderMembers, Member]);
        return json.Member(Member).ValueKind == JsonValueKind.Object ? bundle : throw json.Wrong(Member, "expected an object");
    }
}
