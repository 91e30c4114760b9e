using System.Globalization;

namespace Checkpoint.Edge.Carrying;

/// <summary>The page that shows the codes one after another: one file, no other host, nothing of the entries in words.</summary>
static class CarryPage
{
    /// <summary>What the page may do: its own pictures and its own two files.</summary>
    public const string Security = "default-src 'none'; img-src 'self'; script-src 'self'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>Turns the codes: three a second, the next one loaded before it is shown; a touch stops and goes on.</summary>
    public const string Script =
        """
        "use strict";
        const show = document.getElementById("code"), at = document.getElementById("at");
        const of = Number(show.dataset.of), set = show.dataset.set;
        let number = 1, still = false;
        const next = new Image();
        next.onload = () => { show.src = next.src; at.textContent = number + " / " + of; };
        document.body.onclick = () => { still = !still; };
        setInterval(() => {
          if (still || of < 2 || !next.complete) return;
          number = number % of + 1;
          next.src = "/carry/" + set + "/" + number + ".png";
        }, 333);
        """;

    /// <summary>The code at the left, whole dots a module; words beside it.</summary>
    public const string Style =
        """
        body{margin:0;display:flex;flex-wrap:wrap;gap:1em;align-items:center;justify-content:center;min-height:100vh;background:#fff;color:#000;font:22px sans-serif}
        img{width:420px;height:420px;image-rendering:pixelated}
        div{max-width:20em}
        #at{font-size:2.5em}
        """;

    /// <summary>How many there are, and what to do.</summary>
    public static string Summary(LastDayCodes codes) => codes.Codes.IsEmpty
        ? $"没有待传条目。{(codes.Older > 0 ? "较早的条目请用 U 盘。" : "")} Nothing waits.{(codes.Older > 0 ? " Older entries need a stick." : "")}"
        : string.Create(
            CultureInfo.InvariantCulture,
            $"{codes.Entries} 条，{codes.Codes.Length} 个码{(codes.Older > 0 ? $"；另有较早的 {codes.Older} 条请用 U 盘" : "")}。 {codes.Entries} entries, {codes.Codes.Length} codes{(codes.Older > 0 ? $"; {codes.Older} older ones need a stick" : "")}.");

    /// <summary>The page.</summary>
    public static string Html(LastDayCodes codes) =>
        $"""
        <!doctype html>
        <html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>传送 Carry</title>
        <link rel="stylesheet" href="/carry/page.css"></head><body>
        {Picture(codes)}
        <div><p id="at">{(codes.Codes.IsEmpty ? "✓" : $"1 / {codes.Codes.Length}")}</p><p>{Summary(codes)}</p>
        <p>用扫码枪连续扫到数字都出现过；点一下屏幕停住。扫完由中心收讫，本盒照旧保存。 Scan until every number has come by; touch to hold one. Entries stay here until the hub's receipt comes.</p>
        <p><a href="/carry?anew=1">重新生成 Make anew</a></p></div>
        {(codes.Codes.IsEmpty ? "" : """<script src="/carry/turn.js"></script>""")}
        </body></html>
        """;

    static string Picture(LastDayCodes codes) => codes.Codes.IsEmpty
        ? ""
        : string.Create(
            CultureInfo.InvariantCulture,
            $"""<img id="code" alt="" src="/carry/{codes.Codes[0].Set:X8}/1.png" data-set="{codes.Codes[0].Set:X8}" data-of="{codes.Codes.Length}">""");
}
