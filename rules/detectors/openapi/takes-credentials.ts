import { effectiveParameters, effectiveRequestBody } from '#core/openapi/effective/effective.ts';
import { templateNames } from '#core/openapi/effective/path-template.ts';
import { requiredNames } from '#core/openapi/effective/schema-properties.ts';
import type { Operation } from '#core/openapi/model.ts';
import type { Scope } from '#core/rule.ts';

/** A parameter that carries the credentials says how the operation is authenticated, if not in the proper place. */
export function takesCredentials(operation: Operation, scope: Scope): boolean {
  // Who has the token of an invitation or a download needs nothing else.
  if (templateNames(operation.path).some(({ value }) => /token$/i.test(value))) return true;
  return (
    effectiveParameters(operation, scope).some(({ name }) => credentialParameter.test(name?.value ?? '')) ||
    bodyNeedsCredentials(operation, scope)
  );
}

const credentialParameter =
  /^authorization$|^cookie$|^x-.*(?:token|auth)|api[-_]?key$|^(?:(?:access|auth|bearer|session|user)[-_]?)?token$/i;

/** A form or a JSON body that must hold a key. */
function bodyNeedsCredentials(operation: Operation, scope: Scope): boolean {
  const content = effectiveRequestBody(operation, scope)?.content ?? [];
  return content.some(({ schema }) => {
    const names = schema === undefined ? [] : [...requiredNames(schema, scope)];
    return names.some((name) => /^(?:api[-_]?key|token)$/i.test(name));
  });
}
