import { wordSet } from '#rules/words/word-list.ts';

/** Names of properties and parameters that a standard spells, whatever style an API has: OAuth 2 (RFC 6749, 7591, 7662, 8414, 8628), OpenID Connect, JWK (RFC 7517), WebAuthn, the Model Context Protocol, OpenTelemetry, OCI. */
export const standardNames: ReadonlySet<string> = wordSet(
  [
    'access_token token_type expires_in refresh_token id_token id_token_hint client_id client_secret client_name client_uri client_id_issued_at client_secret_expires_at grant_type grant_types response_type response_types response_mode redirect_uri redirect_uris code_challenge code_challenge_method code_verifier error_description error_uri login_hint max_age ui_locales acr_values logout_uri logo_uri tos_uri policy_uri jwks_uri software_id software_version token_endpoint authorization_endpoint introspection_endpoint revocation_endpoint userinfo_endpoint end_session_endpoint registration_endpoint device_authorization_endpoint scopes_supported response_types_supported response_modes_supported grant_types_supported subject_types_supported id_token_signing_alg_values_supported token_endpoint_auth_method token_endpoint_auth_methods_supported claims_supported code_challenge_methods_supported device_code user_code verification_uri verification_uri_complete subject_token subject_token_type actor_token requested_token_type issued_token_type client_assertion client_assertion_type post_logout_redirect_uri token_type_hint request_uri service_documentation op_policy_uri op_tos_uri',
    'preferred_username email_verified phone_number_verified auth_time at_hash c_hash',
    'key_ops x5c x5t',
    'publicKey rpId allowCredentials excludeCredentials pubKeyCredParams authenticatorSelection authenticatorAttachment requireResidentKey residentKey userVerification clientDataJSON client_dataJSON attestationObject authenticatorData userHandle rawId clientExtensionResults',
    'mimeType inputSchema outputSchema structuredContent isError resourceUri readOnlyHint destructiveHint idempotentHint openWorldHint',
    'traceId spanId parentSpanId scopeSpans resourceSpans timeUnixNano startTimeUnixNano endTimeUnixNano stringValue intValue boolValue doubleValue arrayValue droppedAttributesCount',
    'mediaType artifactType schemaVersion',
  ].join(' '),
);
