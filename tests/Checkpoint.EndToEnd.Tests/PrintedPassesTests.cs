using Checkpoint.Devices;
using Checkpoint.Devices.Codes;
using Checkpoint.Devices.Pictures;
using Checkpoint.Passes;
using Checkpoint.Scanning;

namespace Checkpoint.EndToEnd;

/// <summary>What an office prints, read back from the printed page by the real code reader and judged by the real box.</summary>
public sealed class PrintedPassesTests : IDisposable
{
    const int Columns = 4;
    const int PerSheet = 24;

    // The measures of a sheet in millimetres, as an office with a ruler finds them.
    const double Margin = 10;
    const double Heading = 9;
    const double Width = 47.5;
    const double Height = 44.5;
    const double Caption = 8;

    readonly CountyOffice office = new();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task A_printed_self_test_card_comes_out_24_of_24_and_a_sheet_of_passes_is_read_whole()
    {
        await office.OpenAsync(Cancel);
        await office.HubAsync(Cancel, "pass", "card", "--key", office["keys/signer.key.pem"], "--lists", office.Lists, "--out", office["card"]);
        var card = await PrintAsync(office["card/card.html"], "printed-card");
        card.Count.ShouldBe(PerSheet);

        foreach (var code in card)
            ShouldBePrintedWell(code);
        (await CheckCardAsync(card)).ShouldEndWith("24/24\n");

        var from = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var until = TimeProvider.System.GetUtcNow().AddDays(20).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        await office.HubAsync(
            Cancel, "pass", "sheet", "--key", office["keys/issuing.key.pem"], "--area", "411625101", "--from", from, "--until", until, "--count", "30", "--out", office["sheet.html"]);
        var register = (await File.ReadAllLinesAsync(office["sheet.csv"], Cancel)).Skip(1).Select(row => row.Split(',')[1]).ToList();
        var sheet = await PrintAsync(office["sheet.html"], "printed-sheet");

        sheet.Take(register.Count).Select(IdOf).ShouldBe(register);
    }

    async Task<string> CheckCardAsync(IEnumerable<GreyFrame> codes)
    {
        Directory.CreateDirectory(office["held-up"]);
        foreach (var (i, code) in codes.Index())
        {
            await using var file = File.Create(Path.Combine(office["held-up"], $"{i + 1:00}.png"));
            GreyPng.Write(file, code);
        }

        return await office.EdgeAsync(Cancel, "check", "--card", "--pictures", office["held-up"]);
    }

    async Task<IReadOnlyList<GreyFrame>> PrintAsync(string html, string name)
    {
        var sheets = await PrintedPage.PrintAsync(html, office[name], Cancel);
        sheets.ShouldAllBe(sheet => Math.Abs(sheet.Width - PrintedPage.Pixels(210)) <= 2 && Math.Abs(sheet.Height - PrintedPage.Pixels(297)) <= 2);
        return [.. sheets.SelectMany(sheet => Enumerable.Range(0, PerSheet).Select(i => PrintedPage.Cut(
            sheet,
            PrintedPage.Pixels(Margin + (i % Columns * Width)),
            PrintedPage.Pixels(Margin + Heading + (i / Columns * Height)),
            PrintedPage.Pixels(Width),
            PrintedPage.Pixels(Height))))];
    }

    // At least 30 mm wide, and nothing but white for four modules around; the cut line and the caption lie outside.
    static void ShouldBePrintedWell(GreyFrame code)
    {
        var inner = PrintedPage.Pixels(0.5);
        var rows = Enumerable.Range(inner, code.Height - PrintedPage.Pixels(Caption) - inner).ToList();
        var columns = Enumerable.Range(inner, code.Width - (2 * inner)).Where(x => rows.Exists(y => IsDark(code, x, y))).ToList();
        var (left, right) = (columns[0], columns[^1] + 1);
        (right - left).ShouldBeGreaterThanOrEqualTo(PrintedPage.Pixels(30));

        var module = (right - left) / 41.0; // the widest modules have the widest margin
        (left - inner).ShouldBeGreaterThanOrEqualTo((int)(4 * (right - left) / 57.0) - 1);
        module.ShouldBeGreaterThan(2); // pixels a module at this resolution
    }

    static bool IsDark(GreyFrame code, int x, int y) => code.Pixels.Span[(y * code.Stride) + x] < 80;

    static string IdOf(GreyFrame code)
    {
        using var decoder = QrDecoders.Open();
        var symbol = decoder.Decode(code) ?? throw new InvalidDataException("A printed code cannot be read.");
        CodeText.TryRead(symbol, out var text).ShouldBe(CodeOutcome.Valid);
        var claims = Gp1.TryRead(text, out _, out _).ShouldNotBeNull();
        return $"{claims.Key}:{claims.Id}";
    }
}
