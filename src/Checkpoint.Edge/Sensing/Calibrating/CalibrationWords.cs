using System.Diagnostics;
using Checkpoint.Sensing.Calibrating;

namespace Checkpoint.Edge.Sensing.Calibrating;

/// <summary>Why a calibration is not taken, and what to do; the one before stays in force.</summary>
static class CalibrationWords
{
    /// <summary>The words.</summary>
    public static string Of(CalibrationRefusal why) => why switch
    {
        CalibrationRefusal.TooFewPoints => "未采用：至少要两个温度 Not taken: it needs two temperatures at least",
        CalibrationRefusal.PointsTooClose => "未采用：两个温度至少相差 2 °C，例如 35 和 39 Not taken: the two temperatures must be 2 °C apart at least, such as 35 and 39",
        CalibrationRefusal.BadReference => "未采用：黑体发射率不对 Not taken: the black body cannot look like this with that emissivity; look at its certificate",
        CalibrationRefusal.SlopeImplausible => "未采用：斜率离谱，擦净镜头，核对输入的温度 Not taken: no sound thermometer has such a slope; wipe the lens, and check what was typed",
        CalibrationRefusal.OffsetImplausible => "未采用：偏差超过 1 °C，核对黑体和输入，仍如此请换测温仪 Not taken: it is off by more than 1 °C; check the black body and what was typed, or replace the thermometer",
        CalibrationRefusal.Scattered => "未采用：各点不在一条线上，等稳定后重来 Not taken: the points do not lie on a line; wait until all is steady, and start again",
        _ => throw new UnreachableException(),
    };
}
