using System.Diagnostics;
using Checkpoint.Devices;
using Checkpoint.Devices.Pictures;

namespace Checkpoint.EndToEnd;

/// <summary>A page as a printer would get it: Chromium prints the HTML to PDF, Ghostscript draws the PDF.</summary>
static class PrintedPage
{
    /// <summary>Dots per inch.</summary>
    public const int Resolution = 200;

    const double MillimetresPerInch = 25.4;

    /// <summary>Pixels of a length on paper.</summary>
    public static int Pixels(double millimetres) => (int)Math.Round(millimetres * Resolution / MillimetresPerInch);

    /// <summary>Prints a page.</summary>
    /// <returns>Each sheet.</returns>
    public static async Task<IReadOnlyList<GreyFrame>> PrintAsync(string html, string folder, CancellationToken cancel)
    {
        Directory.CreateDirectory(folder);
        var pdf = Path.Combine(folder, "page.pdf");
        await RunAsync(
            "chromium", cancel, "--headless", "--no-sandbox", "--disable-gpu", $"--user-data-dir={Path.Combine(folder, "profile")}", "--no-pdf-header-footer", $"--print-to-pdf={pdf}", new Uri(html).AbsoluteUri);
        await RunAsync(
            "gs", cancel, "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=pnggray", $"-r{Resolution}", $"-sOutputFile={Path.Combine(folder, "sheet-%d.png")}", pdf);
        return [.. Directory.EnumerateFiles(folder, "sheet-*.png").Order(StringComparer.Ordinal).Select(GreyPng.ReadFile)];
    }

    /// <summary>Cuts a piece out, as scissors do along the lines.</summary>
    public static GreyFrame Cut(GreyFrame page, int left, int top, int width, int height)
    {
        var pixels = new byte[width * height];
        for (var y = 0; y < height; y++)
            page.Pixels.Span.Slice(((top + y) * page.Stride) + left, width).CopyTo(pixels.AsSpan(y * width));
        return new(pixels, width, height, width);
    }

    static async Task RunAsync(string program, CancellationToken cancel, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false })!;
        var error = process.StandardError.ReadToEndAsync(cancel);
        await process.StandardOutput.ReadToEndAsync(cancel);
        await process.WaitForExitAsync(cancel);
        process.ExitCode.ShouldBe(0, await error);
    }
}
