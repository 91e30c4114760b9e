using System.Collections.Frozen;
using Checkpoint.Passes;
using Checkpoint.Signals;

namespace Checkpoint.Hub.Passes.Inspecting;

/// <summary>The kinds of code.</summary>
static class ProfileWords
{
    static readonly FrozenDictionary<PassProfile, Words> Table = new Dictionary<PassProfile, Words>
    {
        [PassProfile.None] = new("不认识的码", "no kind that a gate knows"),
        [PassProfile.Gp1] = new("通行证", "our own pass"),
        [PassProfile.Hc1] = new("欧盟数字证书", "EU digital certificate"),
        [PassProfile.Shc] = new("SMART 健康卡", "SMART Health Card"),
        [PassProfile.Nzcp] = new("新西兰通行证", "New Zealand COVID Pass"),
        [PassProfile.NationalId] = new("身份证号", "mainland ID number"),
        [PassProfile.HealthCode] = new("健康码", "provincial health code"),
    }.ToFrozenDictionary();

    /// <summary>What people call a kind.</summary>
    public static Words Of(PassProfile profile) => Table[profile];
}
