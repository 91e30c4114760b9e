using Checkpoint.Devices.Codes;

namespace Checkpoint.Lab.Qr;

/// <summary>One picture, shown once to the bare library and for as long as the gate would look to our decoder.</summary>
/// <param name="Picture">The picture.</param>
/// <param name="Bare">What the library made of it.</param>
/// <param name="Ours">What our decoder made of it.</param>
/// <param name="Look">How ours read it, if it did.</param>
/// <param name="Frames">How often it was shown to ours.</param>
sealed record QrShowing(QrPicture Picture, QrOutcome Bare, QrOutcome Ours, Look? Look, int Frames);
