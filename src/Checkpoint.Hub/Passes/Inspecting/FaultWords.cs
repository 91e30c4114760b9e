using System.Collections.Frozen;
using Checkpoint.Passes;
using Checkpoint.Signals;

namespace Checkpoint.Hub.Passes.Inspecting;

/// <summary>What exactly is wrong with a code that cannot be read.</summary>
static class FaultWords
{
    static readonly FrozenDictionary<PassFault, Words> Table = new Dictionary<PassFault, Words>
    {
        [PassFault.Prefix] = new("开头不对", "what it begins with"),
        [PassFault.Text] = new("有编码里没有的字符，或写法不唯一", "characters that its encoding lacks, or not their one right spelling"),
        [PassFault.Compression] = new("压缩数据解不开，或解开后过大", "compressed data that does not expand, or expands to too much"),
        [PassFault.Structure] = new("数据结构或版本不对", "not the structured data, or not the version, that it should be"),
        [PassFault.Envelope] = new("签名信封不对", "not the signed envelope that it should be"),
        [PassFault.Algorithm] = new("签名算法不收", "a signature algorithm that is not taken"),
        [PassFault.Content] = new("缺少通行证必有的内容，或值不可能", "something that a pass must say is missing or cannot be"),
        [PassFault.Length] = new("长度不对：可能没有复制全", "a wrong length: perhaps not all of it was copied"),
        [PassFault.Parts] = new("各部分的编号不对，或不属于同一张卡", "numbers of parts that cannot be, or parts of different cards"),
        [PassFault.Signature] = new("签名写成了另一形式（n − s）：本系统不这样签发，请换原证", "the signature's second spelling (n − s), which no issuer of ours writes: show the pass as it was issued"),
    }.ToFrozenDictionary();

    /// <summary>The line for a fault.</summary>
    /// <exception cref="KeyNotFoundException">The fault is <see cref="PassFault.None"/>.</exception>
    public static Words Of(PassFault fault) => Table[fault];
}
