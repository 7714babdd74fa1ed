import { successResponses } from '#core/openapi/effective/documented-responses.ts';
import { effectiveSecurity } from '#core/openapi/effective/effective.ts';
import type { Operation } from '#core/openapi/model.ts';
import { type Cause, type Finding, type Fix, localRule, type Scope } from '#core/rule.ts';
import { httpCaching } from '#rules/checklist.ts';
import { type HeaderText, headerOf, shownTexts } from '#rules/detectors/openapi/cache-headers.ts';
import { hasPublicPath } from '#rules/detectors/openapi/public-operation.ts';
import { isWrittenInPlace } from '#rules/detectors/openapi/written-in-place.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { rfc } from '#rules/sources.ts';

export const securedCachePrivate = localRule({
  id: 'openapi/secured-cache-private',
  summary: 'Let no shared cache keep what is returned for credentials.',
  why: 'A proxy or CDN that is told `public` keeps what one user was sent, and hands it to the next one without asking who that is.',
  item: httpCaching,
  references: [rfc(9111, '3.5')],
  severity: 'warning',
  recommended: false,
  options: {
    shared: {
      default: [],
      description: 'Beginnings of paths whose answers are the same for everyone with credentials: `/catalogue`.',
    },
  },
  examples: [
    {
      title: 'A profile that a CDN may keep',
      bad: `openapi: 3.1.0
security: [{ token: [] }]
paths:
  /profile:
    get:
      responses:
        '200':
          description: The profile of the caller.
          headers:
            Cache-Control:
              schema: { type: string }
              example: «public, max-age=300, s-maxage=600»
components:
  securitySchemes:
    token: { type: http, scheme: bearer }
`,
      good: `openapi: 3.1.0
security: [{ token: [] }]
paths:
  /profile:
    get:
      responses:
        '200':
          description: The profile of the caller.
          headers:
            Cache-Control:
              schema: { type: string }
              example: private, max-age=300
components:
  securitySchemes:
    token: { type: http, scheme: bearer }
`,
    },
  ],
  on: ['openapi.operation'],
  *check(operation, scope, { shared }) {
    const { method, origin, path } = operation;
    if (origin !== 'path' || (method !== 'get' && method !== 'head')) return;
    if (shared.some((beginning) => path.startsWith(beginning)) || hasPublicPath(path)) return;
    if (!needsCredentials(operation, scope)) return;
    for (const { response } of successResponses(operation)) {
      const resolved = scope.resolve(response);
      const header = resolved && headerOf(resolved, 'cache-control', scope);
      const [text] = header === undefined ? [] : shownTexts(header, scope).filter(isPublic);
      if (text !== undefined) yield publicAnswer(operation, text);
    }
  },
});

/** True where every way to call an operation takes credentials. */
function needsCredentials(operation: Operation, scope: Scope): boolean {
  const security = effectiveSecurity(operation, scope) ?? [];
  return security.length > 0 && security.every(({ schemes }) => schemes.length > 0);
}

function isPublic({ text }: HeaderText): boolean {
  return text.split(',').some((directive) => directive.trim().toLowerCase() === 'public');
}

function publicAnswer(operation: Operation, { text, node, pointer, view }: HeaderText): Finding {
  const title = operationTitle(operation);
  const isOwn = view.section === operation.section && isWrittenInPlace(view);
  const value = privately(text);
  const fixes: readonly Fix[] = isOwn
    ? [
        {
          title: `Write “${value}” in ${title}`,
          safety: 'review',
          changes: [{ kind: 'set', uri: view.section.uri, pointer, value }],
        },
      ]
    : [];
  return {
    ...(view.section === operation.section ? { span: node.span } : { span: operation.anchor }),
    message: `${title} answers credentials with “public”. Write “private”, so that no shared cache keeps the answer.`,
    fixes,
    cause: publicAnswers,
  };
}

/** `s-maxage` speaks to shared caches only. */
function privately(text: string): string {
  const directives = text.split(',').map((directive) => directive.trim());
  const kept = directives.filter((directive) => !/^s-maxage\b/i.test(directive));
  return kept.map((directive) => (directive.toLowerCase() === 'public' ? 'private' : directive)).join(', ');
}

const publicAnswers: Cause = {
  key: 'public',
  message: (count) => `${count} answers to requests with credentials may be kept by shared caches (“public”).`,
  fixTitle: (count) => `Write “private” in ${count} answers`,
};
