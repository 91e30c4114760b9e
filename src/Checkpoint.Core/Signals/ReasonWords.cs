using Checkpoint.Policies;

namespace Checkpoint.Signals;

/// <summary>Each reason in one line: what happened, and what to do next.</summary>
public static class ReasonWords
{
    static readonly Dictionary<Reason, Words> Table = new()
    {
        [Reason.AllInOrder] = new("已登记，请通行", "Registered; please pass"),
        [Reason.TemperatureHigh] = new("体表温度偏高，请稍候再测一次", "Skin reads warm; wait a moment and measure again"),
        [Reason.TemperatureStillHigh] = new("复测仍偏高：请到旁边用体温计测量", "Still warm: step aside for the clinical thermometer"),
        [Reason.TemperatureNotSteady] = new("没有测稳，请站近、正对测温仪再测", "No steady reading; come closer, face the thermometer, hold still"),
        [Reason.ThermometerFault] = new("测温仪故障：请人工测温后登记", "Thermometer out of order: measure and register by hand"),
        [Reason.SkinCold] = new("体表偏凉：请在避风处等三分钟，再亮码测温", "In from the cold: wait three minutes out of the wind, then show the code again"),
        [Reason.SkinWarm] = new("体表过热（日晒或走急）：请在阴凉处等三分钟，再亮码测温", "Warm from sun or exertion: wait three minutes in the shade, then show the code again"),
        [Reason.SkinUnsettled] = new("体表温度一直不稳：请到旁边用体温计测量", "The skin does not come to rest: step aside for the clinical thermometer"),
        [Reason.DistanceWrong] = new("距离不对：请额头正对测温仪，离一拳远再测", "Wrong distance: forehead a fist's width from the thermometer, then again"),
        [Reason.AirUnfit] = new("此处气温测温仪测不准：请用体温计测温后登记", "Too cold or too hot here for the thermometer: use the clinical one, then register by hand"),
        [Reason.ThermometerWarmingUp] = new("测温仪正在预热：请用体温计测温后登记", "The thermometer is warming up: use the clinical one, then register by hand"),
        [Reason.NoPhone] = new("没有码：请人工登记", "No code: register by hand"),
        [Reason.CodeNotShown] = new("没有亮码：请人工登记", "No code was shown: register by hand"),
        [Reason.CodeUnreadable] = new("此码读不出：请换码或人工登记", "This code cannot be read: show another or register by hand"),
        [Reason.CarryCodeShown] = new("这是卡点盒的传送码，不是通行证：请出示通行证或人工登记", "This code carries a box's entries, it is no pass: show the pass or register by hand"),
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
        [Reason.HeldByHand] = new("工作人员请您留步", "A member of staff asks you to wait here"),
        [Reason.PassKeyMismatch] = new("此证与发证密钥不符：请留步，联系负责人", "The pass does not fit its issuer's key: wait here and call the person in charge"),
        [Reason.PassRevoked] = new("此证已作废：请到村委换证", "This pass was taken back: get a new one at the village office"),
        [Reason.WrongArea] = new("此证不是本地的：请到所属卡点，或人工登记", "This pass is for another area: go to its checkpoint, or register by hand"),
        [Reason.WrongClass] = new("本卡点不收此类证：请人工核对登记", "This checkpoint does not take this kind of pass: check and register by hand"),
        [Reason.IssuerNotAllowed] = new("发证单位无权发此证：请留步，联系负责人", "The issuer may not issue this pass: wait here and call the person in charge"),
        [Reason.IssuerOutOfDate] = new("发证密钥不在有效期：请人工核对登记，到村委换证", "The issuer's key is out of date: register by hand, then get a new pass"),
        [Reason.PassDamaged] = new("证码残缺读不全：请换一张，或人工登记", "The pass is damaged: show another copy, or register by hand"),
        [Reason.IdentityUnproven] = new("已读身份证号：请核对本人与证件后登记", "ID number read: compare card and face, then register"),
        [Reason.IdNumberWrong] = new("身份证号有误：请核对后重新出示，或人工登记", "The ID number is not right: check it and show it again, or register by hand"),
        [Reason.ConfirmHealthCode] = new("健康码：请看颜色后确认", "Health code: look at its colour, then confirm"),
        [Reason.OnWatchlist] = new("请留步，联系负责人核实", "Please wait here; the person in charge will check"),
        [Reason.AlreadyInside] = new("此证已进入未出：请核对本人，人工登记", "This pass is already inside: check the person and register by hand"),
        [Reason.QuotaUsed] = new("本户外出次数已用完：请改日再出", "The household's outings are used: please come another day"),
        [Reason.OutsideHours] = new("不在通行时段：请按时再来", "Not at this hour: come back when the gate is open to you"),
        [Reason.FromRiskArea] = new("来自风险地区：请留步登记，联系负责人", "From a risk area: wait here, register, and call the person in charge"),
        [Reason.OutTooLong] = new("外出超时：请人工登记原因", "Out for longer than allowed: register the reason by hand"),
        [Reason.RuleNotMet] = new("不符合本卡点规定：请人工核对登记", "A rule of this checkpoint is not met: check and register by hand"),
        [Reason.RuleNotJudged] = new("有一条规定本机无法判断：请人工核对登记", "This box cannot judge one of the rules: check and register by hand"),
        [Reason.EmergencyPasses] = new("应急车辆：已登记，请通行", "Emergency vehicle: registered; please pass"),
        [Reason.HealthCodeGreen] = new("绿码已确认，已登记，请通行", "Green health code confirmed; registered; please pass"),
        [Reason.HealthCodeYellow] = new("黄码：请留步，请工作人员核查", "Yellow health code: wait here; a member of staff will check"),
        [Reason.HealthCodeRed] = new("红码：请留步，联系负责人", "Red health code: wait here and call the person in charge"),
        [Reason.ColourNotConfirmed] = new("没有人确认健康码颜色：请看颜色后人工登记", "Nobody said the health code's colour: look at it and register by hand"),
    };

    /// <summary>The line for a reason.</summary>
    /// <exception cref="KeyNotFoundException">The reason is <see cref="Reason.None"/>.</exception>
    public static Words Of(Reason reason) => Table[reason];
}
