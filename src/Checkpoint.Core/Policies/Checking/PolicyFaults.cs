using System.Globalization;
using Checkpoint.Passages;
using Checkpoint.Passes;
using Checkpoint.Signals;
using Checkpoint.Wire;

namespace Checkpoint.Policies.Checking;

/// <summary>The faults in words.</summary>
static class PolicyFaults
{
    /// <summary>Those of a class could never enter.</summary>
    public static PolicyFault NeverEnters(PassClass @class, DateOnly day, string at)
    {
        var date = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new(@class, Direction.Entry, at, new(
            $"持{Chinese(@class)}证的人在{date}任何时间都进不来：请修改该条规定",
            $"somebody with a {WireName<PassClass>.Of(@class)} pass could never enter on {date}, whatever the time: change that rule"));
    }

    /// <summary>An emergency vehicle could be stopped.</summary>
    public static PolicyFault StopsEmergency(Direction direction, string at, Reason reason) => new(PassClass.Emergency, direction, at, new(
        $"应急车辆{(direction == Direction.Entry ? "进入" : "外出")}可能被拦（{ReasonWords.Of(reason).Chinese}）：请放行应急车辆",
        $"an emergency vehicle could be stopped on its way {(direction == Direction.Entry ? "in" : "out")} ({WireName<Reason>.Of(reason)}): let emergency passes through"));

    /// <summary>There are too many cases to be sure.</summary>
    public static PolicyFault TooManyCases(int most)
    {
        var number = most.ToString(CultureInfo.InvariantCulture);
        return new(PassClass.None, Direction.Entry, "$.rules", new(
            $"规定过多，{number}种情形内查不完：请精简", $"more cases than {number} decisions can check: use fewer rules or fewer limits"));
    }

    static string Chinese(PassClass @class) => @class switch
    {
        PassClass.Resident => "居民",
        PassClass.Returnee => "返乡",
        _ => "志愿者",
    };
}
