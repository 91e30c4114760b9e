using Checkpoint.Bundles;
using Checkpoint.Clocks;
using Checkpoint.Edge.Scanning;
using Checkpoint.Journaling;
using Checkpoint.Policies;
using Checkpoint.Sensing;
using Checkpoint.Wire;

namespace Checkpoint.Edge;

/// <summary>Everything the edge logs. Event ids are stable: 1xxx passages, 2xxx broker, 3xxx storage, 4xxx devices. Nothing personal.</summary>
static partial class Log
{
    [LoggerMessage(1001, LogLevel.Information, "Entry {Seq}: passage {Passage} {Verdict} ({Reason})")]
    public static partial void Registered(this ILogger logger, long seq, long passage, Verdict verdict, Reason reason);

    [LoggerMessage(1002, LogLevel.Error, "Passage {Passage} could not be recorded; the gate holds and asks for paper")]
    public static partial void NotRecorded(this ILogger logger, IOException error, long passage);

    [LoggerMessage(1008, LogLevel.Information, "Entry {Seq}: somebody signed on or off (on: {IsOn}); {Present} on duty")]
    public static partial void Signed(this ILogger logger, long seq, bool isOn, int present);

    [LoggerMessage(1009, LogLevel.Error, "A sign-on, sign-off or clinical reading could not be written; it does not count")]
    public static partial void NotWritten(this ILogger logger, IOException error);

    [LoggerMessage(1011, LogLevel.Information, "Entry {Seq}: a clinical thermometer was read for entry {Entry}")]
    public static partial void ClinicalNoted(this ILogger logger, long seq, long entry);

    [LoggerMessage(1003, LogLevel.Information, "Gate {Device} ready: policy {Policy}")]
    public static partial void Ready(this ILogger logger, DeviceId device, int policy);

    [LoggerMessage(1004, LogLevel.Information, "Gate stopping")]
    public static partial void Stopping(this ILogger logger);

    [LoggerMessage(1005, LogLevel.Information, "A pass has an issuer that trust list {Version} does not name; its age in days: {Days}")]
    public static partial void UnknownIssuer(this ILogger logger, int version, int? days);

    [LoggerMessage(1006, LogLevel.Warning, "There is no trust list yet: every pass has an unknown issuer; import one, or wait for the hub's")]
    public static partial void NoTrustList(this ILogger logger);

    [LoggerMessage(1007, LogLevel.Error, "Personal fields could not be sealed ({Fault}); the entry is written without them. This is a fault of the program: report it")]
    public static partial void NotSealed(this ILogger logger, string fault);

    [LoggerMessage(3101, LogLevel.Information, "List {Kind} {Version} from {Source} is in force")]
    public static partial void BundleAccepted(this ILogger logger, BundleKind kind, int version, string source);

    [LoggerMessage(3102, LogLevel.Warning, "A list from {Source} was not taken, {Why}: {Words} {Detail}")]
    public static partial void BundleRefused(this ILogger logger, string source, BundleRefusal why, string words, string detail);

    [LoggerMessage(3103, LogLevel.Error, "A kept list is damaged, and the one before stands in: {Problem}")]
    public static partial void BundleDamaged(this ILogger logger, string problem);

    [LoggerMessage(3104, LogLevel.Error, "List {Kind} {Version} is in force and could not be kept")]
    public static partial void BundleNotKept(this ILogger logger, Exception error, BundleKind kind, int version);

    [LoggerMessage(3105, LogLevel.Warning, "A folder of lists cannot be read; trying again")]
    public static partial void BundleFolderUnreadable(this ILogger logger, Exception error);

    [LoggerMessage(2001, LogLevel.Information, "Broker {Broker} connected (MQTT {Version}, session {Session}, window {Window})")]
    public static partial void BrokerConnected(this ILogger logger, string broker, string version, string session, int window);

    [LoggerMessage(2002, LogLevel.Warning, "Broker {Broker} not connected: {Reason}; trying again in {Delay}")]
    public static partial void BrokerDisconnected(this ILogger logger, string broker, string reason, TimeSpan delay);

    [LoggerMessage(2003, LogLevel.Error, "Another box seems to use this one's identity at the broker; leaving the broker to it for a while. Give each box a name and a key of its own")]
    public static partial void IdentityTakenOver(this ILogger logger);

    [LoggerMessage(2004, LogLevel.Warning, "The broker refused a message; check its access rules for this box")]
    public static partial void MessageRefused(this ILogger logger);

    [LoggerMessage(2005, LogLevel.Debug, "The hub has everything up to {UpTo}")]
    public static partial void Released(this ILogger logger, long upTo);

    [LoggerMessage(2006, LogLevel.Warning, "A watermark that cannot be read was ignored")]
    public static partial void WatermarkUnreadable(this ILogger logger);

    [LoggerMessage(2007, LogLevel.Warning, "Alarm {Kind} dropped: more than {Limit} wait for the broker")]
    public static partial void AlarmDropped(this ILogger logger, AlarmKind kind, int limit);

    [LoggerMessage(2008, LogLevel.Warning, "The broker takes no message of this size; raise its limit for this box")]
    public static partial void MessageTooLarge(this ILogger logger, ArgumentException error);

    [LoggerMessage(2009, LogLevel.Error, "The hub holds other entries under this journal's name: this disk was cloned, or brought back from an old copy; it is kept aside and another begun")]
    public static partial void JournalDisowned(this ILogger logger);

    [LoggerMessage(3001, LogLevel.Information, "Journal {Path} open: epoch {Epoch}, start {Boot}, {Written} entries, {Released} confirmed")]
    public static partial void JournalOpened(this ILogger logger, string path, Epoch epoch, int boot, long written, long released);

    [LoggerMessage(3002, LogLevel.Error, "Journal {Path} cannot be used; the gate holds and asks for paper until it can")]
    public static partial void JournalUnavailable(this ILogger logger, IOException error, string path);

    [LoggerMessage(3003, LogLevel.Error, "Journal {Path} was damaged and is kept as {Aside}; a new epoch begins")]
    public static partial void JournalMovedAside(this ILogger logger, IOException error, string path, string aside);

    [LoggerMessage(3004, LogLevel.Warning, "The journal could not be read or released; trying again")]
    public static partial void OutboxStorageFailed(this ILogger logger, IOException error);

    [LoggerMessage(3005, LogLevel.Error, "Journal {Path} was taken away while in use; a new epoch begins if it can")]
    public static partial void JournalGone(this ILogger logger, string path);

    [LoggerMessage(3006, LogLevel.Error, "The disk is full: the journal's reserve of {Bytes} bytes is given up, so that entries can still be written; make room")]
    public static partial void ReserveSpent(this ILogger logger, IOException error, long bytes);

    [LoggerMessage(3007, LogLevel.Information, "The journal has a reserve of {Bytes} bytes for a full disk")]
    public static partial void ReserveMade(this ILogger logger, long bytes);

    [LoggerMessage(3008, LogLevel.Information, "Confirmed entries up to {UpTo} were purged from the local log")]
    public static partial void Purged(this ILogger logger, long upTo);

    [LoggerMessage(3009, LogLevel.Warning, "The journal could not be looked after; trying again")]
    public static partial void UpkeepFailed(this ILogger logger, IOException error);

    [LoggerMessage(3010, LogLevel.Information, "The journal's chain holds from entry {First} to {Last}")]
    public static partial void ChainHolds(this ILogger logger, long first, long last);

    [LoggerMessage(3011, LogLevel.Warning, "Entry {Seq}: the clock was turned ({Turn}) by {By}; its quality is now {Quality}")]
    public static partial void ClockTurned(this ILogger logger, long seq, ClockTurn turn, TimeSpan by, ClockQuality quality);

    [LoggerMessage(3012, LogLevel.Warning, "The clock was turned ({Turn}) by {By} again; no more entries are made of it for a minute. Look what sets this box's clock")]
    public static partial void ClockPlayedWith(this ILogger logger, ClockTurn turn, TimeSpan by);

    [LoggerMessage(3013, LogLevel.Warning, "A turn of the clock could not be written down; trying again")]
    public static partial void ClockTurnNotWritten(this ILogger logger, IOException error);

    [LoggerMessage(3014, LogLevel.Warning, "The damaged journal {Name} still holds {Count} entries that the hub has not confirmed, in {Runs} runs; they are delivered beside the new ones")]
    public static partial void SalvageFound(this ILogger logger, string name, long count, int runs);

    [LoggerMessage(3015, LogLevel.Information, "The hub has all {Count} entries that the damaged journal {Name} still held; the file is kept")]
    public static partial void SalvageDelivered(this ILogger logger, string name, long count);

    [LoggerMessage(3016, LogLevel.Warning, "A damaged journal could not be looked through or marked; tried again at the next start")]
    public static partial void SalvageFailed(this ILogger logger, IOException error);

    [LoggerMessage(3017, LogLevel.Warning, "An entry has not reached the disk for {Time}; people wait. The card may be dying")]
    public static partial void StoreSlow(this ILogger logger, TimeSpan time);

    [LoggerMessage(3018, LogLevel.Error, "Of the damaged journal {Name} {Count} entries at least are lost that the hub has not confirmed")]
    public static partial void SalvageLost(this ILogger logger, string name, long count);

    [LoggerMessage(1010, LogLevel.Error, "The program needs {Bytes} bytes of memory, more than {Limit}; it is ended at the service's limit and starts anew")]
    public static partial void MemoryHigh(this ILogger logger, long bytes, long limit);

    [LoggerMessage(2010, LogLevel.Error, "The hub disputes one journal after another; this one is kept and sends nothing until {Time} have passed. Look who may write to this box's topics")]
    public static partial void DisputedAgain(this ILogger logger, TimeSpan time);

    [LoggerMessage(3201, LogLevel.Information, "The box has made a key to sign with what is carried by hand; its fingerprint: {Fingerprint}")]
    public static partial void BoxKeyMade(this ILogger logger, string fingerprint);

    [LoggerMessage(3202, LogLevel.Warning, "The box has no key to sign with what is carried by hand; trying again")]
    public static partial void BoxKeyFailed(this ILogger logger, Exception error);

    [LoggerMessage(3203, LogLevel.Warning, "What was carried in could not be taken; trying again")]
    public static partial void CarryFailed(this ILogger logger, Exception error);

    [LoggerMessage(3204, LogLevel.Warning, "A receipt that was carried in was not taken: {Words}")]
    public static partial void CarryRefused(this ILogger logger, string words);

    [LoggerMessage(4001, LogLevel.Warning, "The thermometer reports {Fault}")]
    public static partial void ThermometerFault(this ILogger logger, SensorFault fault);

    [LoggerMessage(4002, LogLevel.Information, "The thermometer works again")]
    public static partial void ThermometerBack(this ILogger logger);

    [LoggerMessage(4003, LogLevel.Warning, "The camera gives no picture; trying again in {Delay}")]
    public static partial void CameraFailed(this ILogger logger, IOException error, TimeSpan delay);

    [LoggerMessage(4004, LogLevel.Information, "The simulated crowd has gone through")]
    public static partial void CrowdDone(this ILogger logger);

    [LoggerMessage(4005, LogLevel.Information, "Codes are read by {Decoder}")]
    public static partial void CodesAreRead(this ILogger logger, string decoder);

    [LoggerMessage(4006, LogLevel.Warning, "The code reader was lost ({Loss}; {Count} so far); starting another in {Delay}")]
    public static partial void ScannerLost(this ILogger logger, ScannerLoss loss, long count, TimeSpan delay);

    [LoggerMessage(4008, LogLevel.Warning, "Scanner {Number} is gone; looking for it again in {Delay}")]
    public static partial void WiredScannerLost(this ILogger logger, IOException error, int number, TimeSpan delay);

    [LoggerMessage(4009, LogLevel.Warning, "A device failed: {Device}; it is tried again in {Delay}")]
    public static partial void DeviceFailed(this ILogger logger, IOException error, string device, TimeSpan delay);

    [LoggerMessage(4010, LogLevel.Warning, "The thermometer's calibration is overdue, or there never was one: checkpoint-edge calibrate")]
    public static partial void CalibrationOverdue(this ILogger logger);

    [LoggerMessage(4011, LogLevel.Information, "A new calibration of the thermometer is in force")]
    public static partial void CalibrationTaken(this ILogger logger);

    [LoggerMessage(4012, LogLevel.Error, "The stored calibration cannot be read; the one before stays in force. Calibrate again")]
    public static partial void CalibrationUnread(this ILogger logger, Exception error);

    [LoggerMessage(4013, LogLevel.Warning, "What was ordinary at this gate was learned with another thermometer, or is damaged; it is learned anew")]
    public static partial void BaselineUnread(this ILogger logger);

    [LoggerMessage(4014, LogLevel.Error, "What is ordinary at this gate cannot be read; it is learned anew")]
    public static partial void BaselineUnreadable(this ILogger logger, IOException error);

    [LoggerMessage(4015, LogLevel.Error, "What is ordinary at this gate could not be kept; it is tried again")]
    public static partial void BaselineNotKept(this ILogger logger, IOException error);

    [LoggerMessage(4016, LogLevel.Information, "Announcement {Number} of {Slot:yyyy-MM-dd HH:mm} was heard")]
    public static partial void AnnouncementHeard(this ILogger logger, int number, DateTime slot);

    [LoggerMessage(4017, LogLevel.Warning, "Announcement {Number} of {Slot:yyyy-MM-dd HH:mm} was dropped: people were at the gate, or the loudspeaker failed, until it was too late")]
    public static partial void AnnouncementDropped(this ILogger logger, int number, DateTime slot);

    [LoggerMessage(4007, LogLevel.Information, "The code reader works again")]
    public static partial void ScannerBack(this ILogger logger);
}
