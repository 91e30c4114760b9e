namespace Checkpoint.Lab.Shc;

/// <summary>What a name says of a vector, and the gate's answer to it.</summary>
/// <param name="Word">In the vector's name.</param>
/// <param name="Answers">Any of these is right: an outcome, an outcome and its fault, or the fault of a list or a key.</param>
/// <param name="Because">Why, where the name alone does not tell.</param>
sealed record ShcExpectation(string Word, string[] Answers, string Because = "")
{
    const string Fhir = "medical content is not the gate's question; what it says is signed";
    const string Listed = "being on the box's list makes a key trusted, not the certificate beside it";

    // The first that fits counts. A vector that none fits has no expectation, and that is a failure.
    static readonly ShcExpectation[] Table =
    [
        // the signed token
        new("multi-jws-issues.smart-health-card#0", ["Damaged Algorithm"], "the first of its cards has no alg"),
        new("jws_too_long", ["Damaged Length"], "shown as one code"),
        new("no_deflate", ["Damaged Compression"]),
        new("invalid_deflate", ["Damaged Compression"]),
        new("invalid-signature", ["BadSignature"]),
        new("der-signature", ["Damaged Envelope"]),
        new("no_jws_header_alg", ["Damaged Algorithm"]),
        new("no_jws_header_kid", ["Damaged Envelope"]),
        new("no_jws_header_zip", ["Damaged Compression"]),
        new("wrong_jws_header_kid", ["UnknownIssuer"], "changed after signing, so no key fits"),
        new("issuer-kid-mismatch", ["KeyMismatch"]),
        new("issuer-not-valid-with-smart-key", ["KeyMismatch"]),
        new("invalid_issuer_url", ["KeyMismatch"], "a listed key signed in another name"),
        new("issuer_url_with_trailing_slash", ["KeyMismatch"], "a listed key signed in another name"),
        new("bad_jwks", ["KeyMismatch", "UnknownIssuer"], "no key of that issuer can be read"),
        new("utf8_bom_prefix", ["Damaged Structure"]),
        new("invalid-jws-payload", ["Damaged Structure"]),
        new("multi-jws", ["Valid"]),
        new("wrong-extension", ["Valid"], "a code has no file name"),
        new("bad-fhir-metadata", ["Valid"], Fhir),

        // the text of the code
        new("index-out-of-range", ["Damaged Parts"]),
        new("wrong-multi-chunk", ["Damaged Parts"]),
        new("wrong_qr_header", ["Damaged Prefix"]),
        new("odd-count", ["Damaged Text"]),
        new("number-too-big", ["Damaged Text"]),
        new("qr_chunk_too_small", ["Valid"], "small parts make a whole card"),
        new("qr_chunk_too_big", ["Damaged Length", "TooLong"]),
        new("1195-byte", ["Valid"], "the longest that one code may hold"),

        // what it says
        new("_milliseconds", ["Damaged Content"]),
        new("nbf_not_yet_valid", ["NotYetValid"]),
        new("expired", ["Expired"]),
        new("missing-shc-vc-type", ["Damaged Content"]),
        new("vc-type", ["Valid"], "only the card's own type is required; a policy may ask for others"),
        new("missing-coding", ["Valid"], Fhir),
        new("dr-bundle", ["Damaged Compression"], "77 KiB of records: over what a gate expands, so that no code can fill its memory"),
        new("fhirBundle", ["Valid"], Fhir),
        new("bundle", ["Valid"], Fhir),
        new("non-dm-properties", ["Valid"], Fhir),
        new("short-refs", ["Valid"], Fhir),
        new("fhirhealthcard", ["Valid"]),
        new("trailing_chars", ["Valid"], "white space around it"),

        // pictures
        new("corrupted", ["not read"]),
        new("bad_qr_version", ["Valid"], "the decoder's matter"),
        new("too_many_qr_segment", ["Damaged Text"], "its segments do not make whole pairs of digits"),
        new("single_qr_segment", ["Valid"], "the decoder's matter"),
        new("inflated-to-v22", ["Valid"]),

        // issuers' lists
        new("duplicate-rid/.well-known/crl", ["List Duplicate"]),
        new("invalid-method/.well-known/crl", ["List Method"]),
        new("non-base64url-rid/.well-known/crl", ["List Name"]),
        new("too-long-rid/.well-known/crl", ["List Name"]),
        new("version-mismatch/.well-known/crl", ["List Version"]),
        new("issuer/.well-known/crl", ["List None"]),
        new("jws-crl-", ["Valid"], "its issuer's bad list is refused as a whole"),

        // issuers' keys
        new("wrong_kid_key", ["Key Name"]),
        new("wrong_alg_key", ["Key Algorithm"]),
        new("wrong_curve_key", ["Key Curve"]),
        new("wrong_kty_key", ["Key KeyType"]),
        new("wrong_use_key", ["Key Use"]),
        new("badcrl/public.json", ["Key Structure"], "one key, not a set"),
        new("badcrl/.well-known/jwks.json", ["Key Structure"], "one key, not a set"),
        new("badjwks/", ["Key Structure"]),
        new("valid_key", ["Key None"]),
        new("jwks", ["Key None"]),
        new("_SAN.public", ["Key None"], Listed),
        new("chain.public", ["Key None"], Listed),
        new("cert_mismatch", ["Key None"], Listed),

        // other things that a camera may see
        new("shlink", ["NotAPass", "TooLong"], "a link needs a network"),
        new("shl-examples", ["NotAPass", "TooLong"], "a link needs a network"),
        new("example-", ["Valid"]),
    ];

    /// <summary>What a name says, or null.</summary>
    public static ShcExpectation? Of(string name) => Array.Find(Table, entry => name.Contains(entry.Word, StringComparison.Ordinal));
}
