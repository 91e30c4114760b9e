using System.Diagnostics;
using Checkpoint.Devices.Cameras;

namespace Checkpoint.Devices.Speakers;

/// <summary>The real aplay and ALSA, on a card of ALSA's own that writes what it plays to files: the pulled plug is a card that is not there.</summary>
sealed class AlsaStand : SpeakerStand
{
    readonly string pipe;
    Stream? listening;
    bool isHeld;

    public AlsaStand()
    {
        pipe = Path.Combine(Folder, "pipe");
        Program = Programs.Write(Path.Combine(Folder, "aplay"), $"""
            #!/bin/bash
            echo $$ >>'{Folder}/started'
            ALSA_CONFIG_PATH='{Folder}/asound.conf' exec aplay "$@"
            """);
        Wire();
    }

    /// <summary>Starts aplay, with this stand's cards.</summary>
    public string Program { get; }

    /// <summary>The process ids of all that were started.</summary>
    public IEnumerable<int> Started => File.ReadLines(Path.Combine(Folder, "started")).Select(id => int.Parse(id, System.Globalization.CultureInfo.InvariantCulture));

    protected override ISoundSink Sink => new Aplay("heard", TimeProvider.System, Program);

    /// <summary>The next sound goes into a pipe that takes no more than a moment of it.</summary>
    public void Block()
    {
        using var making = Process.Start("mkfifo", [pipe]);
        making.WaitForExit();
        making.ExitCode.ShouldBe(0);
        isHeld = true;
        Wire();
    }

    public override async Task HoldAsync(CancellationToken cancel)
    {
        listening = await Task.Run(() => File.OpenRead(pipe), cancel);
        await listening.ReadExactlyAsync(new byte[1024], cancel);
    }

    public override void LetGo()
    {
        isHeld = false;
        Wire();
    }

    public override void Unplug(bool isUnplugged)
    {
        if (isUnplugged)
            File.WriteAllText(Path.Combine(Folder, "asound.conf"), "");
        else
            Wire();
    }

    public override IReadOnlyList<byte[]> Heard() =>
        [.. Directory.GetFiles(Folder, "heard.raw*").Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];

    public override Task<T> EndAsync<T>(Task<T> speech, CancellationToken cancel) => speech.WaitAsync(cancel);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (listening is not null)
            await listening.DisposeAsync();
    }

    // Without "truncate" each sound has a file of its own.
    void Wire() => File.WriteAllText(Path.Combine(Folder, "asound.conf"), $$"""
        pcm.heard {
          type plug
          slave.pcm {
            type file
            file "{{(isHeld ? pipe : Path.Combine(Folder, "heard.raw"))}}"
            truncate {{(isHeld ? "true" : "false")}}
            format raw
            slave.pcm { type null }
          }
        }
        """);
}
