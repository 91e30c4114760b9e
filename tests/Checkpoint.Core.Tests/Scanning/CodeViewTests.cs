using Checkpoint.Testing;

namespace Checkpoint.Scanning;

public sealed class CodeViewTests
{
    static readonly CodeFingerprint First = new(1);
    static readonly CodeFingerprint Second = new(2);

    [Fact]
    public void A_code_that_stays_in_view_is_new_once()
    {
        var view = CodeView.Empty.See(First, out var atFirst);

        for (var frame = 0; frame < 100; frame++)
        {
            view = view.See(First, out var isNew);
            isNew.ShouldBeFalse();
        }

        atFirst.ShouldBeTrue();
        view.Current.ShouldBe(First);
    }

    [Fact]
    public void Four_frames_without_it_are_a_blink()
    {
        var view = Miss(CodeView.Empty.See(First, out _), CodeView.MaxMisses - 1);

        view.See(First, out var isNew).ShouldBe(new(First, 0));

        isNew.ShouldBeFalse();
    }

    [Fact]
    public void With_the_fifth_frame_without_it_the_code_has_left()
    {
        var view = Miss(CodeView.Empty.See(First, out _), CodeView.MaxMisses);
        view.ShouldBe(CodeView.Empty);

        view.See(First, out var isNew);

        isNew.ShouldBeTrue();
    }

    [Fact]
    public void Another_code_is_new_at_once()
    {
        CodeView.Empty.See(First, out _).See(Second, out var isNew).Current.ShouldBe(Second);

        isNew.ShouldBeTrue();
    }

    [Fact]
    public void An_empty_view_stays_empty()
    {
        var view = Miss(CodeView.Empty, 12);

        view.Current.ShouldBeNull();
        view.Misses.ShouldBeLessThan(CodeView.MaxMisses);
    }

    [Fact]
    public void Fingerprints_tell_codes_apart_by_their_bytes()
    {
        CodeFingerprint.Of(Some.Symbol("A")).ShouldBe(CodeFingerprint.Of(new("A"u8.ToArray(), IsPart: true)));
        CodeFingerprint.Of(Some.Symbol("A")).ShouldNotBe(CodeFingerprint.Of(Some.Symbol("B")));
        CodeFingerprint.Of(Some.Symbol("abc")).Value.ShouldBe(0xba7816bf8f01cfeaUL); // FIPS 180-2, appendix B.1
    }

    static CodeView Miss(CodeView view, int frames)
    {
        for (var frame = 0; frame < frames; frame++)
        {
            view = view.See(null, out var isNew);
            isNew.ShouldBeFalse();
        }

        return view;
    }
}
