import { effectiveSecurity } from '#core/openapi/effective.ts';
import { segmentsOf } from '#core/openapi/path-template.ts';
import type { Operation } from '#core/openapi/model.ts';
import type { Scope } from '#core/rule.ts';
import { wordsOf } from '#core/text/casing.ts';

const publicWords = new Set(
  'health healthz ready readyz readiness live livez liveness ping metrics openapi docs swagger login logout signin signup register token tokens oauth oauth2 webhook webhooks jwks well-known status version'.split(
    ' ',
  ),
);

/** True when the operation is meant to be called without credentials: `security: []` or `{}`, or a path that names such a thing. */
export function isPublic(operation: Operation, scope: Scope): boolean {
  const security = effectiveSecurity(operation, scope);
  if (security !== undefined && (security.length === 0 || security.some(({ schemes }) => schemes.length === 0)))
    return true;
  return hasPublicPath(operation.path);
}

/** True when a segment of the path names something that is public by nature: `/health`, `/oauth/token`, `/.well-known/…`. */
export function hasPublicPath(path: string): boolean {
  return segmentsOf(path).some(
    (segment) => segment === '.well-known' || wordsOf(segment).some((word) => publicWords.has(word)),
  );
}
