using System.Security.Cryptography;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Checkpoint.Passes;
using Checkpoint.Scanning;
using Checkpoint.Testing;
using Checkpoint.Testing.Fuzzing;

namespace Checkpoint.Benchmarks;

/// <summary>
/// What the whole check of a code costs beside the one signature in it. Many short rounds, so that the fastest of each is one that nothing
/// else on the machine disturbed.
/// </summary>
[Config(typeof(ManyShortRounds))]
[MinColumn]
[MedianColumn]
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class PassBenchmarks : IDisposable
{
    const int EnvelopeBytes = 300;
    const int PassBytes = 24;

    readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    readonly byte[] envelope = RandomNumberGenerator.GetBytes(EnvelopeBytes);
    readonly byte[] claims = RandomNumberGenerator.GetBytes(PassBytes);
    readonly CodeCorpus corpus = CodeCorpus.Load(DataFolder.Find());
    readonly PassVerifier verifier;
    readonly byte[] envelopeSignature;
    readonly byte[] claimsSignature;
    readonly (Symbol Symbol, CheckTime Time) certificate;
    readonly (Symbol Symbol, CheckTime Time) pass;

    /// <summary>Takes the ordinary ones of the corpus: the certificate in the middle by length, and one of our own passes.</summary>
    public PassBenchmarks()
    {
        verifier = new(corpus.Lists);
        envelopeSignature = key.SignData(envelope, HashAlgorithmName.SHA256);
        claimsSignature = key.SignData(claims, HashAlgorithmName.SHA256);
        pass = Middle(PassProfile.Gp1);
        certificate = Middle(PassProfile.Hc1);
    }

    /// <summary>One signature over as many bytes as a certificate's.</summary>
    [Benchmark(Baseline = true)]
    [BenchmarkCategory("HC1")]
    public bool BareCertificate() => key.VerifyData(envelope, envelopeSignature, HashAlgorithmName.SHA256);

    /// <summary>Everything from the symbol's bytes to the outcome.</summary>
    [Benchmark]
    [BenchmarkCategory("HC1")]
    public CodeCheck Certificate() => verifier.Check(certificate.Symbol, certificate.Time);

    /// <summary>One signature over as many bytes as a pass's.</summary>
    [Benchmark(Baseline = true)]
    [BenchmarkCategory("GP1")]
    public bool BarePass() => key.VerifyData(claims, claimsSignature, HashAlgorithmName.SHA256);

    /// <summary>Everything from the symbol's bytes to the outcome.</summary>
    [Benchmark]
    [BenchmarkCategory("GP1")]
    public CodeCheck Pass() => verifier.Check(pass.Symbol, pass.Time);

    /// <summary>Gives the keys back.</summary>
    [GlobalCleanup]
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Gives the keys back.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (!disposing)
            return;
        key.Dispose();
        corpus.Dispose();
    }

    // Keys of P-256 alone: the bare signature beside it is one.
    (Symbol Symbol, CheckTime Time) Middle(PassProfile profile)
    {
        var good = corpus.Seeds.Where(seed => seed.Said.Profile == profile && IsP256(seed.Said)).OrderBy(seed => seed.Text.Length).ToList();
        if (good.Count == 0)
            throw new InvalidOperationException(DataFolder.WhySkipped);
        return (Some.Symbol(good[good.Count / 2].Text), Some.At(good[good.Count / 2].Clock));
    }

    sealed class ManyShortRounds : ManualConfig
    {
        public ManyShortRounds() => AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance)
            .WithWarmupCount(20).WithIterationCount(400).WithInvocationCount(16));
    }

    bool IsP256(CodeCheck check) => corpus.Lists.Trust.Find(check.Profile, check.Claims!.Key) is [{ Key: ECDsa { KeySize: 256 } }];
}
