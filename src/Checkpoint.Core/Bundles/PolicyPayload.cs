using System.Text;
using System.Text.Json;
using Checkpoint.Policies;
using Checkpoint.Policies.Checking;
using Checkpoint.Policies.Documents;

namespace Checkpoint.Bundles;

/// <summary>What a policy bundle carries: the rules, member <c>policy</c> (<see cref="PolicyJson"/>).</summary>
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

    /// <summary>Reads the rules, and tries them before they can harm anybody.</summary>
    /// <param name="bundle">The bundle.</param>
    /// <param name="isKept">Whether this box took it before: it was tried then.</param>
    /// <param name="refusal">Why there is no result.</param>
    /// <param name="detail">What exactly is wrong.</param>
    /// <returns>The rules under the bundle's version, the one that only rises; null if they would lock somebody out.</returns>
    /// <exception cref="FormatException">They are not rules, or there is something else beside them.</exception>
    internal static Policy? Read(SignedBundle bundle, bool isKept, ref BundleRefusal refusal, ref string detail)
    {
        var json = BundleObject.Parse(bundle.Payload).AllowOnly([.. BundleReader.HeaderMembers, Member]);
        if (PolicyJson.Read(Encoding.UTF8.GetBytes(json.Member(Member).GetRawText()), out var policy) is [var problem, ..])
            throw json.Wrong(Member, problem.ToString());

        var faults = isKept ? [] : PolicyCheck.Run(policy!, DateOnly.FromDateTime(bundle.Header.Issued.UtcDateTime));
        if (faults.IsEmpty)
            return policy! with { Version = bundle.Header.Version };
        (refusal, detail) = (BundleRefusal.Harmful, faults[0].ToString());
        return null;
    }
}
