using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace Checkpoint.Devices.Gpio;

/// <summary>What is wrong with the settings of GPIO lines, each named by its key, its value and its range.</summary>
static class GpioCheck
{
    static readonly TimeSpan LongestDebounce = TimeSpan.FromSeconds(1);
    static readonly TimeSpan LongestHold = TimeSpan.FromSeconds(60);
    static readonly TimeSpan ShortestPulse = TimeSpan.FromMilliseconds(100);
    static readonly TimeSpan LongestPulse = TimeSpan.FromSeconds(30);

    /// <summary>The problems; none if the settings are good.</summary>
    public static IEnumerable<ValidationResult> Problems(GpioOptions options) =>
        new[]
        {
            Length(options.Indicator.RelayPulse, "Indicator:RelayPulse", ShortestPulse, LongestPulse),
            Length(options.Presence.Debounce, "Presence:Debounce", TimeSpan.Zero, LongestDebounce),
            Length(options.Presence.Hold, "Presence:Hold", TimeSpan.Zero, LongestHold),
            Length(options.Panel.Debounce, "Panel:Debounce", TimeSpan.Zero, LongestDebounce),
            options.Presence is { Inner: not null, Outer: null } ? Problem("Presence:Outer", "is not set", "a line, as Presence:Inner has one") : null,
        }.OfType<ValidationResult>().Concat(Lines(options));

    static IEnumerable<ValidationResult> Lines(GpioOptions options)
    {
        var taken = new Dictionary<int, string>();
        foreach (var (key, line, isKnown) in All(options))
        {
            if (!isKnown)
                yield return Problem(key, "is wired in a way that does not exist", "Drive PushPull, OpenDrain or OpenSource; Bias AsIs, PullUp, PullDown or None");
            if (line is not (>= 0 and <= GpioOptions.MaxLine))
                yield return Problem($"{key}:Line", line is null ? "is not set" : $"is {line}", $"0 to {GpioOptions.MaxLine}");
            else if (!taken.TryAdd(line.Value, key))
                yield return Problem($"{key}:Line", $"is {line}", $"a line of its own, and {GpioOptions.Section}:{taken[line.Value]} has that one");
        }
    }

    static IEnumerable<(string Key, int? Line, bool IsKnown)> All(GpioOptions options)
    {
        foreach (var (part, output) in GpioParts.Of(options.Indicator))
            yield return ($"Indicator:{part}", output.Line, Enum.IsDefined(output.Drive));
        foreach (var (key, input) in GpioParts.Of(options.Presence).Concat(GpioParts.Of(options.Panel)))
            yield return (key, input.Line, Enum.IsDefined(input.Bias));
    }

    static ValidationResult? Length(TimeSpan value, string key, TimeSpan least, TimeSpan most) => value >= least && value <= most
        ? null
        : Problem(key, $"is {Text(value)}", $"{Text(least)} to {Text(most)}");

    static ValidationResult Problem(string key, string found, string expected) =>
        new($"{GpioOptions.Section}:{key} {found}; expected {expected}.", [key]);

    static string Text(TimeSpan time) => time.ToString("c", CultureInfo.InvariantCulture);
}
