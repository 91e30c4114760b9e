using System.Collections.Frozen;
using Checkpoint.Passes.Inspecting;
using Checkpoint.Signals;

namespace Checkpoint.Hub.Passes.Inspecting;

/// <summary>The names of the steps.</summary>
static class StepWords
{
    static readonly FrozenDictionary<PassStep, Words> Table = new Dictionary<PassStep, Words>
    {
        [PassStep.Reading] = new("读取", "reading"),
        [PassStep.Format] = new("格式", "format"),
        [PassStep.Signature] = new("签名", "signature"),
        [PassStep.Content] = new("内容", "content"),
        [PassStep.Permission] = new("发证权限", "issuer's permission"),
        [PassStep.Revocation] = new("作废", "revocation"),
        [PassStep.IssuerTime] = new("密钥期限", "issuer's time"),
        [PassStep.Validity] = new("有效期", "validity"),
        [PassStep.Scope] = new("区域与证类", "area and class"),
    }.ToFrozenDictionary();

    /// <summary>The name of a step.</summary>
    /// <exception cref="KeyNotFoundException">The step is <see cref="PassStep.None"/>.</exception>
    public static Words Of(PassStep step) => Table[step];
}
