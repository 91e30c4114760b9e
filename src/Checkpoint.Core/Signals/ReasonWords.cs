using System.Collections.Frozen;
using Checkpoint.Policies;

namespace Checkpoint.Signals;

/// <summary>Each reason in one line: what happened, and what to do next.</summary>
public static class ReasonWords
{
    static readonly FrozenDictionary<Reason, Words> Table = new Dictionary<Reason, Words>
    {
        [Reason.AllInOrder] = new("已登记，请通行", "Registered; please pass"),
        [Reason.TemperatureHigh] = new("体表温度偏高，请稍候再测一次", "Skin reads warm; wait a moment and measure again"),
        [Reason.TemperatureStillHigh] = new("复测仍偏高：请到旁边用体温计测量", "Still warm: step aside for the clinical thermometer"),
        [Reason.TemperatureNotSteady] = new("没有测稳，请站近、正对测温仪再测", "No steady reading; come closer, face the thermometer, hold still"),
        [Reason.ThermometerFault] = new("测温仪故障：请人工测温后登记", "Thermometer out of order: measure and register by hand"),
        [Reason.NoPhone] = new("没有码：请人工登记", "No code: register by hand"),
        [Reason.CodeNotShown] = new("没有亮码：请人工登记", "No code was shown: register by hand"),
        [Reason.CodeUnreadable] = new("此码读不出：请换码或人工登记", "This code cannot be read: show another or register by hand"),
        [Reason.NotAPass] = new("这不是通行证：请出示通行证或人工登记", "This is not a pass: show the pass or register by hand"),
        [Reason.UnknownIssuer] = new("本机没有此证的发证单位：请人工核对登记", "This box does not know the issuer: check and register by hand"),
        [Reason.BadSignature] = new("此证核验不符：请留步，联系负责人", "The pass does not verify: wait here and call the person in charge"),
        [Reason.PassExpired] = new("通行证已过期：请到村委换证", "The pass is over: get a new one at the village office"),
        [Reason.PassNotYetValid] = new("通行证尚未生效：请按时再来", "The pass has not begun: come back when it has"),
        [Reason.ClockNotTrusted] = new("本机时间不准，无法判断有效期：请人工核对登记", "This box's clock cannot judge the dates: check and register by hand"),
        [Reason.OneAtATime] = new("请一个一个来：重新亮码、测温", "One at a time, please: show the code and measure again"),
        [Reason.LeftEarly] = new("有人没查完就离开：请拦下", "Somebody left before the check was done: call them back"),
        [Reason.OccupantsUnchecked] = new("车上还有人没查：请拦下车辆", "Not everybody in the vehicle was checked: stop it"),
        [Reason.AdmittedByHand] = new("已人工登记放行", "Registered by hand and let through"),
    }.ToFrozenDictionary();

    /// <summary>The line for a reason.</summary>
    /// <exception cref="KeyNotFoundException">The reason is <see cref="Reason.None"/>.</exception>
    public static Words Of(Reason reason) => Table[reason];
}
