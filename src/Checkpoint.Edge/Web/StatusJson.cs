using System.Text.Json.Serialization;

namespace Checkpoint.Edge.Web;

/// <summary>Writes <see cref="StatusReply"/> and <see cref="TodayReply"/> without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(StatusReply))]
[JsonSerializable(typeof(TodayReply))]
sealed partial class StatusJson : JsonSerializerContext;
