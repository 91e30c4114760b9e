namespace Checkpoint.Hub.Web;

/// <summary>The one page for people, its style and its script; embedded, so that the program needs no folder beside it.</summary>
static class PageEndpoints
{
    /// <summary>Adds them.</summary>
    public static void Map(WebApplication app)
    {
        MapFile(app, "/", "index.html", "text/html; charset=utf-8");
        MapFile(app, "/hub.css", "hub.css", "text/css; charset=utf-8");
        MapFile(app, "/hub.js", "hub.js", "text/javascript; charset=utf-8");
    }

    static void MapFile(WebApplication app, string path, string name, string type)
    {
        var bytes = Read(name);
        app.MapGet(path, () => TypedResults.Bytes(bytes, type));
    }

    static byte[] Read(string name)
    {
        using var file = typeof(PageEndpoints).Assembly.GetManifestResourceStream($"Checkpoint.Hub.wwwroot.{name}")!;
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }
}
