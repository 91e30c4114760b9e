using System.Text;

namespace Checkpoint.Lab.Qr;

/// <summary>
/// When a reading is right: its bytes are the expected ones, but for line ends; or, because most encoders do not say which character set
/// they use and those who wrote the expectations guessed too, its bytes say the expected text in UTF-8, Shift-JIS, Latin-1, GB 18030 or
/// Big5. A text that another picture of the list is expected to say is another code in the same picture: not read, but not wrong.
/// </summary>
sealed class QrRule(IEnumerable<QrPicture> pictures)
{
    static readonly Encoding[] Sets = [.. new[] { 65001, 932, 28591, 54936, 950 }.Select(Find)];

    readonly HashSet<string> expected =
        [.. pictures.Where(p => p.Kind == QrKind.Code).SelectMany(p => new[] { Lines(Encoding.Latin1, p.Bytes), Lines(Encoding.UTF8, p.Bytes) })];

    /// <summary>Judges a reading.</summary>
    public QrOutcome Judge(QrPicture picture, byte[]? read)
    {
        if (read is null)
            return QrOutcome.Missed;
        if (picture.Kind == QrKind.Empty)
            return QrOutcome.Wrong;
        if (Says(read, Encoding.Latin1, Lines(Encoding.Latin1, picture.Bytes)) || SaysText(picture, read))
            return QrOutcome.Right;
        return Sets.Any(set => expected.Contains(Lines(set, read))) ? QrOutcome.OtherCode : QrOutcome.Wrong;
    }

    // The expected bytes are the expected text in UTF-8.
    static bool SaysText(QrPicture picture, byte[] read) =>
        !Ascii.IsValid(picture.Bytes) && Lines(Encoding.UTF8, picture.Bytes) is var text && Array.Exists(Sets, set => Says(read, set, text));

    static bool Says(byte[] read, Encoding set, string text) => string.Equals(Lines(set, read), text, StringComparison.Ordinal);

    static string Lines(Encoding set, byte[] bytes) =>
        set.GetString(bytes).Replace("\r\n", "\n", StringComparison.Ordinal).TrimEnd('\n');

    static Encoding Find(int page) => CodePagesEncodingProvider.Instance.GetEncoding(page) ?? Encoding.GetEncoding(page);
}
