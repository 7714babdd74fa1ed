import { effectiveSecurity } from '#core/openapi/effective/effective.ts';
import { segmentsOf } from '#core/openapi/effective/path-template.ts';
import type { Operation } from '#core/openapi/model.ts';
import type { Scope } from '#core/rule.ts';
import { foldedName } from '#core/text/casing.ts';

/** Segments, without casing and separators, that are public by nature. */
const publicSegments = new Set(
  'health healthz healthcheck ready readyz readiness live livez liveness ping metrics openapi docs swagger login logout signin signup register registration forgotpassword resetpassword passwordreset recovery accountrecovery passwordrecovery oauth oauth2 tokenexchange jwks authorize callback refresh refreshtoken verifyemail confirmemail activate magiclink otp sso saml public anonymous robotstxt sitemapxml faviconico'.split(
    ' ',
  ),
);
/** These only at the end of a path. */
const publicEnds = new Set(['status', 'version', 'token']);
const receivers = new Set(['webhook', 'webhooks', 'hook', 'hooks']);

/** True when the operation is meant to be called without credentials: `security: []` or `{}`, or a path that names such a thing. */
export function isPublic(operation: Operation, scope: Scope): boolean {
  const security = effectiveSecurity(operation, scope);
  if (security !== undefined && (security.length === 0 || security.some(({ schemes }) => schemes.length === 0)))
    return true;
  return hasPublicPath(operation.path);
}

/** True when a path names something that is public by nature: `/health`, `/oauth/token`, `/.well-known/…`, `/webhooks/stripe`. */
export function hasPublicPath(path: string): boolean {
  const segments = segmentsOf(path);
  const parameter = segments.findIndex((segment) => segment.includes('{'));
  const fixed = parameter < 0 ? segments : segments.slice(0, parameter);
  return fixed.some((segment, index) => {
    const name = foldedName(segment.replace(/\.(?:json|ya?ml|html)$/, ''));
    if (segment === '.well-known' || publicSegments.has(name)) return true;
    return index === segments.length - 1 ? publicEnds.has(name) : receivers.has(name) && index < fixed.length - 1;
  });
}
