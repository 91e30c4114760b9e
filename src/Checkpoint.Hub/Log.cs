using Checkpoint.Journaling;
using Checkpoint.Ledgers;
using Checkpoint.Sensing.Baselines;
using Checkpoint.Wire;

namespace Checkpoint.Hub;

/// <summary>Everything that the hub logs. Event ids are stable: 2xxx broker, 3xxx storage. No personal data, no payloads.</summary>
static partial class Log
{
    [LoggerMessage(2001, LogLevel.Information, "Broker connected, MQTT version {Version}, session remembered: {SessionPresent}")]
    public static partial void BrokerConnected(this ILogger logger, int version, bool sessionPresent);

    [LoggerMessage(2002, LogLevel.Warning, "Broker lost: {Reason}; trying again in {Wait}")]
    public static partial void BrokerLost(this ILogger logger, string reason, TimeSpan wait);

    [LoggerMessage(2003, LogLevel.Error, "Another program uses the hub's client id at the broker; give each hub its own (Mqtt:ClientId)")]
    public static partial void IdentityTakenOver(this ILogger logger);

    [LoggerMessage(2004, LogLevel.Error, "The broker refuses watermarks, so boxes can release nothing; allow the hub to write checkpoint/v1/d/+/dn/#")]
    public static partial void WatermarkRefused(this ILogger logger);

    [LoggerMessage(2005, LogLevel.Warning, "The broker did not answer the good-bye in time")]
    public static partial void LeftWithoutAnswer(this ILogger logger);

    [LoggerMessage(2006, LogLevel.Warning, "{Device} raises an alarm: {Kind}")]
    public static partial void BoxAlarm(this ILogger logger, DeviceId device, AlarmKind kind);

    [LoggerMessage(2007, LogLevel.Warning, "Put {Count} messages aside; the first: {Reason}")]
    public static partial void PutAside(this ILogger logger, int count, AsideReason reason);

    [LoggerMessage(3001, LogLevel.Error, "The ledger cannot be written; {Records} records are kept, trying again in {Wait}")]
    public static partial void StorageFailed(this ILogger logger, Exception error, int records, TimeSpan wait);

    [LoggerMessage(3002, LogLevel.Information, "The ledger can be written again")]
    public static partial void StorageBack(this ILogger logger);

    [LoggerMessage(3003, LogLevel.Error, "{Device} sent another record under a number already taken (journal {Epoch}, {Seq}): a cloned or tampered box")]
    public static partial void Conflict(this ILogger logger, DeviceId device, Epoch epoch, long seq);

    [LoggerMessage(3004, LogLevel.Error, "{Device}: the hash chain of journal {Epoch} is broken at {Seq}")]
    public static partial void BrokenLink(this ILogger logger, DeviceId device, Epoch epoch, long seq);

    [LoggerMessage(3005, LogLevel.Warning, "Refused {Count} records beyond too many holes; boxes send them again")]
    public static partial void RecordsRefused(this ILogger logger, int count);

    [LoggerMessage(3007, LogLevel.Warning, "{Device} writes journal {Epoch} in place of {Former}; what it had not sent of that one is kept on the box")]
    public static partial void JournalReplaced(this ILogger logger, DeviceId device, Epoch epoch, Epoch former);

    [LoggerMessage(3008, LogLevel.Error, "{Device}: entries {First} to {Last} of journal {Epoch} are missing and do not come; they lie between {After} and {Before}; look into the box's journal")]
    public static partial void GapFound(this ILogger logger, DeviceId device, Epoch epoch, long first, long last, string after, string before);

    [LoggerMessage(3009, LogLevel.Warning, "{Device} keeps {Count} journals that were moved aside; what they hold may be missing here; look into them")]
    public static partial void JournalsKeptAside(this ILogger logger, DeviceId device, int count);

    [LoggerMessage(3010, LogLevel.Error, "{Device} signs with another key than the one that it is known by: compare it with \"carry key\" at the box, then \"carry trust\" if it is the box's")]
    public static partial void OtherKey(this ILogger logger, DeviceId device);

    [LoggerMessage(3011, LogLevel.Warning, "What was handed over to be carried in could not be taken; trying again")]
    public static partial void CarryFailed(this ILogger logger, Exception error);

    [LoggerMessage(3012, LogLevel.Warning, "{Device}: the thermometer has moved ({Drift}); healthy faces read {Level:0.00} °C there at 24 °C of air. Check it with the black body, then calibrate")]
    public static partial void ThermometerDrifts(this ILogger logger, DeviceId device, Drift drift, double level);

    [LoggerMessage(3013, LogLevel.Information, "{Device}: the thermometer stands where it should again; healthy faces read {Level:0.00} °C there at 24 °C of air")]
    public static partial void ThermometerBack(this ILogger logger, DeviceId device, double level);

    [LoggerMessage(3006, LogLevel.Error, "The ledger cannot be read")]
    public static partial void LedgerUnreadable(this ILogger logger, Exception error);
}
