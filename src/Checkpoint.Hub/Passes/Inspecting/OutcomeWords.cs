using System.Collections.Frozen;
using Checkpoint.Passes;
using Checkpoint.Signals;

namespace Checkpoint.Hub.Passes.Inspecting;

/// <summary>What each outcome means to a clerk, and what to do next.</summary>
static class OutcomeWords
{
    static readonly FrozenDictionary<CodeOutcome, Words> Table = new Dictionary<CodeOutcome, Words>
    {
        [CodeOutcome.Valid] = new("通过", "in order"),
        [CodeOutcome.Empty] = new("码里没有内容", "the code holds nothing"),
        [CodeOutcome.TooLong] = new("比任何通行证都长", "longer than any pass"),
        [CodeOutcome.NotText] = new("不是文字", "not text"),
        [CodeOutcome.Part] = new("只是一张卡的一部分：请把各部分一起给出", "one part of a card: give all its codes together"),
        [CodeOutcome.CarryCode] = new("卡点盒的传送码：请用 carry in 收入", "entries of a box: take them in with carry in"),
        [CodeOutcome.NotAPass] = new("不是卡点认识的任何一种码", "no kind of code that a gate knows"),
        [CodeOutcome.UnknownIssuer] = new("信任名单上没有这把密钥：核对名单版本，或请县里加入", "no such key on the trust list: compare the list's version, or have the key added"),
        [CodeOutcome.BadSignature] = new("签名与内容不符：被改过，或不是这把密钥签的", "the signature does not fit: changed, or not signed by that key"),
        [CodeOutcome.KeyMismatch] = new("写的密钥号不是签它的那把", "it names another key than the one that signed it"),
        [CodeOutcome.Damaged] = new("读不完整", "it cannot be read to the end"),
        [CodeOutcome.IssuerNotAllowed] = new("这把密钥无权签发此类、此区域或此用途", "the key may not sign this class, area or purpose"),
        [CodeOutcome.Revoked] = new("已作废：换证，或用 pass revoke --restore 恢复", "taken back: issue a new one, or give it back with pass revoke --restore"),
        [CodeOutcome.IssuerOutOfDate] = new("密钥不在自己的期限内：换证", "the key is out of its own time: issue a new pass"),
        [CodeOutcome.NotYetValid] = new("尚未生效", "it has not begun"),
        [CodeOutcome.Expired] = new("已过期：换证", "it is over: issue a new one"),
        [CodeOutcome.ClockNotTrusted] = new("时间不准，无法判断", "the clock cannot judge it"),
        [CodeOutcome.WrongClass] = new("此卡点不收此类证", "the checkpoint does not take this class"),
        [CodeOutcome.WrongArea] = new("不是此卡点区域的证", "not for the checkpoint's areas"),
        [CodeOutcome.IdentityOnly] = new("身份证号，校验位正确；只说明是谁，不证明什么", "an ID number with the right check digit: it names somebody and proves nothing"),
        [CodeOutcome.IdNumberWrong] = new("像身份证号，但地区、日期或校验位有误", "looks like an ID number, but its area, date or check digit is wrong"),
        [CodeOutcome.HealthCode] = new("健康码网址：颜色由志愿者看", "a health code's address: the volunteer looks at the colour"),
    }.ToFrozenDictionary();

    /// <summary>The line for an outcome of a code that was shown.</summary>
    /// <exception cref="KeyNotFoundException">The outcome is one of a code that was not shown.</exception>
    public static Words Of(CodeOutcome outcome) => Table[outcome];
}
