using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;

namespace Checkpoint.Edge.Sensing.Clinical;

/// <summary>Reads <see cref="ClinicalRequest"/> and writes <see cref="ClinicalReply"/> without reflection.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ClinicalRequest))]
[JsonSerializable(typeof(ClinicalReply))]
[JsonSerializable(typeof(ProblemDetails))]
sealed partial class ClinicalJson : JsonSerializerContext;
