namespace Checkpoint.Testing.Programs;

/// <summary>Waits until a program answers.</summary>
static class Ready
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(5); // an emulated machine on a busy host

    /// <summary>Returns when <c>/healthz</c> answers, whatever it says.</summary>
    /// <exception cref="InvalidOperationException">The program ended instead, or does not answer in 5 minutes.</exception>
    public static async Task WaitAsync(ProgramProcess process, HttpClient http, CancellationToken cancel)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        using var patience = new CancellationTokenSource(Patience);
        while (!await AnswersAsync(http, cancel))
        {
            if (process.HasExited || patience.IsCancellationRequested)
                throw new InvalidOperationException($"The program does not answer. It printed:\n{process.Output()}");
            await timer.WaitForNextTickAsync(cancel);
        }
    }

    static async Task<bool> AnswersAsync(HttpClient http, CancellationToken cancel)
    {
        try
        {
            using var reply = await http.GetAsync(new Uri("healthz", UriKind.Relative), cancel);
            return true;
        }
        catch (Exception e) when (e is HttpRequestException || (e is TaskCanceledException && !cancel.IsCancellationRequested))
        {
            return false;
        }
    }
}
