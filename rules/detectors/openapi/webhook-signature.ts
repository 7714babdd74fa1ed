import {
  effectiveHeaders,
  effectiveParameters,
  effectiveRequestBody,
  knowsParameters,
} from '#core/openapi/effective/effective.ts';
import { propertiesOf } from '#core/openapi/effective/schema-properties.ts';
import type { Operation, Parameter } from '#core/openapi/model.ts';
import type { Scope } from '#core/rule.ts';

/**
 * True when the receiver of a webhook or callback can tell who sent it: by a signature in a header, in the query or in the
 * body, by security of its own (mutual TLS, OAuth), or as its text or the answers to it explain; and where what it takes is not known.
 */
export function isSigned(operation: Operation, scope: Scope): boolean {
  const { security, description, summary } = operation;
  if (security?.some(({ schemes }) => schemes.length > 0)) return true;
  if (speaksOfSignatures(description?.value) || speaksOfSignatures(summary?.value)) return true;
  if (parameterNames(operation, scope).some((name) => signatureName.test(name))) return true;
  if (!knowsParameters(operation, scope)) return true;
  return hasSignedBody(operation, scope) || answersOfSignature(operation, scope);
}

/** True when a receiver's answer tells of a signature: `401: The signature is wrong`, or a header that is one. */
function answersOfSignature(operation: Operation, scope: Scope): boolean {
  return operation.responses.some(({ response }) => {
    const resolved = scope.resolve(response);
    if (resolved === undefined) return false;
    const headers = effectiveHeaders(resolved, scope) ?? [];
    return (
      speaksOfSignatures(resolved.description?.value) || headers.some(({ name }) => /signature|hmac/i.test(name.value))
    );
  });
}

/** A header that carries a signature, or what is signed beside the body: an id, a time. */
export function isSignatureHeader({ name, in: place }: Parameter): boolean {
  const written = name?.value ?? '';
  return place?.value === 'header' && (signatureName.test(written) || companionName.test(written));
}

/** The names of an operation's parameters, in lower case. */
export function parameterNames(operation: Operation, scope: Scope): readonly string[] {
  return effectiveParameters(operation, scope).flatMap(({ name }) => name?.value.toLowerCase() ?? []);
}

/** True for a text that says how webhooks are verified. */
export function speaksOfSignatures(text: string | undefined): boolean {
  return /\bhmac\b|\bsignatures?\b|\bsigned (?:with|by|using|request|payload)|\bsigning (?:key|secret)|\bmutual tls\b|\bmtls\b|\bclient certificates?\b|\bip allow-?list/i.test(
    text ?? '',
  );
}

const signatureName = /signature|hmac|digest|^x-hub-|passcode|^authorization$|token$/i;

const companionName = /timestamp$|(?:webhook|delivery|message)-?id$/i;

function hasSignedBody(operation: Operation, scope: Scope): boolean {
  const schemas = effectiveRequestBody(operation, scope)?.content.map(({ schema }) => schema) ?? [];
  return schemas.some(
    (schema) =>
      schema !== undefined &&
      propertiesOf(schema, scope).some(({ name }) => /signature|hmac|passcode|verification_?token/i.test(name.value)),
  );
}
