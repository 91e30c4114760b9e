using System.Globalization;

namespace Checkpoint.Devices.Clocks;

/// <summary>
/// The last answer of a time server, as systemd-timesyncd marks it (systemd-timesyncd.service(8)), and whether the clock is still as that answer left
/// it: nothing but a step moves the system's clock against the monotonic one. Not thread-safe.
/// </summary>
/// <param name="clock">The clock in question.</param>
/// <param name="mark">The file that the time service touches.</param>
/// <param name="note">
/// Where the answer's place on the monotonic clock is kept for the next start of the program, in a folder that is gone when the kernel starts
/// anew; nothing is kept where there is no such folder.
/// </param>
sealed class TimeServerMark(TimeProvider clock, string mark, string note)
{
    /// <summary>An answer older than this is none: the time service asks every 34 minutes at least.</summary>
    public static readonly TimeSpan GoodFor = TimeSpan.FromHours(2);

    // Two readings that are together are closer than this, and a step that matters is larger.
    static readonly TimeSpan Together = TimeSpan.FromSeconds(2);

    (DateTime At, TimeSpan Shift)? answer;

    /// <summary>Whether a time server answers for the clock.</summary>
    /// <param name="wall">What the clock said a moment ago, UTC.</param>
    public bool AnswersFor(DateTimeOffset wall)
    {
        // The time service sets the clock first and marks it then: read in this order, a clock that it has not set yet goes with no new mark.
        var at = File.GetLastWriteTimeUtc(mark); // 1601 if there is none
        var now = clock.GetUtcNow();
        var age = now.UtcDateTime - at;
        var shift = (now - DateTimeOffset.UnixEpoch) - clock.GetElapsedTime(0);
        if (answer is not { } known || known.At != at)
            answer = known = Learn(at, shift);
        return age >= -Together && age <= GoodFor
            && (now - wall).Duration() <= Together
            && (shift - known.Shift).Duration() <= Together;
    }

    (DateTime At, TimeSpan Shift) Learn(DateTime at, TimeSpan shift)
    {
        try
        {
            if (Directory.Exists(Path.GetDirectoryName(note)))
            {
                if (File.Exists(note) && TryRead(File.ReadAllText(note)) is { } noted && noted.At == at)
                    return noted;
                File.WriteAllText(note + ".new", string.Create(CultureInfo.InvariantCulture, $"{at.Ticks} {shift.Ticks}\n"));
                File.Move(note + ".new", note, overwrite: true);
            }
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The next start of the program has to believe the mark as it is.
        }

        return (at, shift);
    }

    static (DateTime At, TimeSpan Shift)? TryRead(string text) => text.Split(' ') is [var at, var shift]
        && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var answered) && answered <= DateTime.MaxValue.Ticks
        && long.TryParse(shift, CultureInfo.InvariantCulture, out var shifted) && Math.Abs(shifted) <= DateTime.MaxValue.Ticks
            ? (new(answered, DateTimeKind.Utc), new(shifted))
            : null;
}
