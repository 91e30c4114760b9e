using System.Globalization;
using Checkpoint.Passes;

namespace Checkpoint.Hub.Passes.Inspecting;

/// <summary>What can be said of a text that is no pass without saying the text.</summary>
static class TextWords
{
    const int IdNumberLength = 18;

    /// <summary>The text, masked unless told otherwise; null if the pass itself says enough.</summary>
    public static string? Of(InspectedPass pass)
    {
        var text = pass.Inspection.Text;
        if (text.Length == 0 || pass.Inspection.Names is not null)
            return null;
        return pass.ShowsPersonal ? PlainText.Of(text) : Masked(text, pass.Check);
    }

    // An ID number keeps its province, an address its host; of anything else only the length is told.
    static string Masked(string text, CodeCheck check)
    {
        if (check.Profile == PassProfile.NationalId)
            return string.Concat(text.AsSpan().TrimEnd()[^IdNumberLength..][..2], new string('*', IdNumberLength - 2));
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
            return PlainText.Of($"{address.Scheme}://{address.IdnHost}/{PlainText.Masked}");
        return string.Create(CultureInfo.InvariantCulture, $"{PlainText.Masked} ({text.Length})");
    }
}
