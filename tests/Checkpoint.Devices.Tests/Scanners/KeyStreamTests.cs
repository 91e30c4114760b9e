using Checkpoint.Devices.Native;

namespace Checkpoint.Devices.Scanners;

public sealed class KeyStreamTests
{
    const ushort CapsLock = 58;
    const ushort Keypad1 = 79;
    const ushort Synchronise = 0; // EV_SYN
    const ushort Report = 0; // SYN_REPORT
    const ushort Dropped = 3; // SYN_DROPPED

    readonly KeyStream stream = new();
    readonly Typing typing;

    public KeyStreamTests()
    {
        stream.Hold(new byte[Evdev.KeySetBytes]);
        typing = new(stream);
    }

    [Fact]
    public void Every_character_that_a_pass_may_have_comes_out_as_it_was_shown()
    {
        const string code = "HC1:NCFOXN%TS3DH3ZSUZK+.V0ETD%65NL-AH-R6IOOK.IR9B+9D $*/:";

        typing.Type(code).Strike(UsKeys.Enter);

        typing.Codes.ShouldBe([code]);
    }

    [Fact]
    public void Small_letters_and_signs_come_out_as_they_were_shown()
    {
        const string code = "https://example.org/p?id=1&x=[~]{|}^`'\"\\<>;_@#!";

        typing.Type(code).Strike(UsKeys.Enter);

        typing.Codes.ShouldBe([code]);
    }

    [Theory]
    [InlineData(UsKeys.Enter)]
    [InlineData(UsKeys.KeypadEnter)]
    [InlineData(UsKeys.Tab)]
    public void A_key_for_it_ends_a_code(int key)
    {
        typing.Type("one").Strike((ushort)key).Type("two").Strike((ushort)key);

        typing.Codes.ShouldBe(["one", "two"]);
    }

    [Fact]
    public void Silence_ends_a_code()
    {
        typing.Type("one").Silence();

        typing.Codes.ShouldBe(["one"]);
        stream.IsPending.ShouldBeFalse();
    }

    [Fact]
    public void A_pause_between_two_keys_ends_a_code_by_the_kernels_own_time()
    {
        typing.Type("one").Pass(KeyStream.Gap).Type("two").Strike(UsKeys.Enter);

        typing.Codes.ShouldBe(["one", "two"]);
    }

    [Fact]
    public void A_shorter_pause_does_not()
    {
        typing.Type("one").Pass(KeyStream.Gap - TimeSpan.FromMilliseconds(10)).Type("two").Strike(UsKeys.Enter);

        typing.Codes.ShouldBe(["onetwo"]);
    }

    [Fact]
    public void An_end_without_a_code_is_no_code()
    {
        typing.Strike(UsKeys.Enter).Silence();

        typing.Codes.ShouldBeEmpty();
        stream.Torn.ShouldBe(0);
    }

    [Fact]
    public void Either_shift_makes_capitals_until_it_is_let_go()
    {
        var (a, _) = Typing.KeyOf('a');

        typing.Press(Typing.RightShift).Strike(a).Press(Typing.LeftShift).LetGo(Typing.RightShift).Strike(a).LetGo(Typing.LeftShift).Strike(a);

        typing.Silence().Codes.ShouldBe(["AAa"]);
    }

    [Fact]
    public void A_shift_that_was_held_before_anybody_watched_counts()
    {
        var held = new byte[Evdev.KeySetBytes];
        held[Typing.LeftShift / 8] = 1 << (Typing.LeftShift % 8);
        stream.Hold(held);

        typing.Strike(Typing.KeyOf('a').Key).Silence();

        typing.Codes.ShouldBe(["A"]);
    }

    [Fact]
    public void A_key_that_the_kernel_repeats_is_typed_once()
    {
        var (a, _) = Typing.KeyOf('a');

        typing.Press(a).Say(1, a, 2).Say(1, a, 2).LetGo(a).Silence();

        typing.Codes.ShouldBe(["a"]);
    }

    [Fact]
    public void Characters_that_are_written_by_their_numbers_are_not_guessed()
    {
        typing.Type("name:").Press(Typing.LeftAlt).Strike(Keypad1).Strike(Keypad1).LetGo(Typing.LeftAlt).Type("x").Strike(UsKeys.Enter);

        typing.Codes.ShouldBeEmpty();
        stream.Torn.ShouldBe(1);
        typing.Type("next").Strike(UsKeys.Enter).Codes.ShouldBe(["next"]);
    }

    [Fact]
    public void A_key_that_may_change_all_that_follow_makes_a_code_worthless()
    {
        typing.Strike(CapsLock).Type("gp1").Strike(UsKeys.Enter);

        typing.Codes.ShouldBeEmpty();
        stream.Torn.ShouldBe(1);
    }

    [Fact]
    public void A_code_of_which_the_kernel_lost_a_part_is_not_told()
    {
        typing.Type("GP1:ab").Say(Synchronise, Dropped).Type("zz").Say(Synchronise, Report);
        stream.IsLost.ShouldBeTrue();
        stream.Hold(new byte[Evdev.KeySetBytes]);
        typing.Type("cd").Strike(UsKeys.Enter).Type("whole").Strike(UsKeys.Enter);

        typing.Codes.ShouldBe(["whole"]);
        stream.Torn.ShouldBe(1);
    }

    [Fact]
    public void The_rest_of_a_code_whose_beginning_the_kernel_lost_is_not_told()
    {
        typing.Say(Synchronise, Dropped).Type("zz").Say(Synchronise, Report);
        stream.Hold(new byte[Evdev.KeySetBytes]);
        typing.Type("the rest").Strike(UsKeys.Enter).Type("whole").Strike(UsKeys.Enter);

        typing.Codes.ShouldBe(["whole"]);
        stream.Torn.ShouldBe(1);
    }

    [Fact]
    public void A_code_may_have_only_so_many_characters()
    {
        var longest = new string('7', KeyStream.MostCharacters);

        typing.Type(longest).Strike(UsKeys.Enter).Type(longest + "7").Strike(UsKeys.Enter);

        typing.Codes.ShouldBe([longest]);
        stream.Torn.ShouldBe(1);
    }

    [Fact]
    public void Half_a_code_of_a_scanner_that_went_away_is_not_put_before_the_next()
    {
        typing.Type("GP1:ha");
        stream.Forget();

        typing.Type("whole").Strike(UsKeys.Enter).Codes.ShouldBe(["whole"]);
        stream.Torn.ShouldBe(1);
    }
}
