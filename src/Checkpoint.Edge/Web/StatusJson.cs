using System.Text.Json.Serialization;

namespace Checkpoint.Edge.Web;

/// <summary>Writes <see cref="StatusReply"/> without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(StatusReply))]
sealed partial class StatusJson : JsonSerializerContext;
