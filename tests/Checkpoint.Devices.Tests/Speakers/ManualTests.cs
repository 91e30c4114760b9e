using Checkpoint.Signals.Speaking;
using Checkpoint.Testing;
using Checkpoint.Wire;

namespace Checkpoint.Devices.Speakers;

/// <summary>Who records a voice pack goes by the manual.</summary>
public sealed class ManualTests
{
    [Fact]
    public async Task The_manual_names_the_file_and_the_words_of_every_phrase()
    {
        var manual = await File.ReadAllLinesAsync(Path.Combine(DataFolder.RepositoryRoot(), "docs", "speaker.md"), TestContext.Current.CancellationToken);

        manual.Where(line => line.Contains(".wav` | ", StringComparison.Ordinal)).Order(StringComparer.Ordinal).ShouldBe(Enum.GetValues<Phrase>()
            .Where(phrase => phrase != Phrase.None)
            .Select(phrase => $"| `{WireName<Phrase>.Of(phrase)}.wav` | {PhraseTable.WordsOf(phrase).Chinese} | {PhraseTable.WordsOf(phrase).English} |")
            .Order(StringComparer.Ordinal));
    }
}
