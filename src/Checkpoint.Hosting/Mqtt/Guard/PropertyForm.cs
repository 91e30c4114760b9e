namespace Checkpoint.Hosting.Mqtt.Guard;

/// <summary>What a property's value is made of (MQTT 5, 1.5). Binary data is measured as a text is.</summary>
enum PropertyForm
{
    /// <summary>One byte.</summary>
    Byte,

    /// <summary>Two bytes.</summary>
    UInt16,

    /// <summary>Four bytes.</summary>
    UInt32,

    /// <summary>One to four bytes.</summary>
    Variable,

    /// <summary>Two bytes of length, and as many as they say.</summary>
    Text,

    /// <summary>A name and a value.</summary>
    TwoTexts,
}
