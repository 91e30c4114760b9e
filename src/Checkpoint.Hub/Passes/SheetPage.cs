using System.Globalization;
using System.Net;
using System.Text;

namespace Checkpoint.Hub.Passes;

/// <summary>A page to print on A4 and cut: 24 codes to a sheet, four across, each with its white frame inside the cut lines.</summary>
static class SheetPage
{
    /// <summary>Width of a code on paper without its margin, in millimetres: not under 30.</summary>
    public const double CodeMillimetres = 30.6;

    /// <summary>Codes on one sheet.</summary>
    public const int PerSheet = 24;

    // Measures of a sheet: 10 mm of margin that every printer keeps, a heading of 9 mm, 4 × 47.5 mm across, 6 × 44.5 mm down.
    const string Style = """
        @page { size: A4; margin: 10mm; }
        html, body { margin: 0; background: #fff; color: #000; font-family: sans-serif; }
        .sheet { width: 190mm; height: 276mm; display: grid; grid-template-columns: repeat(4, 47.5mm); grid-template-rows: 9mm repeat(6, 44.5mm); break-after: page; }
        .sheet:last-child { break-after: auto; }
        h1 { grid-column: 1 / -1; margin: 0; font-size: 10pt; line-height: 9mm; overflow: hidden; white-space: nowrap; }
        figure { margin: 0; box-sizing: border-box; border: 0.2mm dashed #888; text-align: center; overflow: hidden; }
        svg { display: block; margin: 0.6mm auto 0; }
        figcaption { font-size: 8pt; line-height: 4.5mm; white-space: nowrap; }
        b { font-size: 11pt; }
        """;

    /// <summary>Makes the page.</summary>
    /// <param name="title">Heading of each sheet.</param>
    /// <param name="codes">The codes in order.</param>
    public static string Make(string title, IEnumerable<SheetCode> codes)
    {
        var page = new StringBuilder();
        page.Append("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.Append(CultureInfo.InvariantCulture, $"<title>{Text(title)}</title>\n<style>\n{Style}\n</style>\n</head>\n<body>\n");
        foreach (var sheet in codes.Chunk(PerSheet))
        {
            page.Append(CultureInfo.InvariantCulture, $"<section class=\"sheet\">\n<h1>{Text(title)}</h1>\n");
            foreach (var code in sheet)
                page.Append(CultureInfo.InvariantCulture, $"<figure>{code.Svg}<figcaption><b>{Text(code.Number)}</b> {Text(code.Caption)}</figcaption></figure>\n");
            page.Append("</section>\n");
        }

        return page.Append("</body>\n</html>\n").ToString();
    }

    static string Text(string text) => WebUtility.HtmlEncode(text);
}
