import type { OpenApiVersion, SecurityScheme } from '#core/openapi/model.ts';
import { pointerOf, type View } from '#core/openapi/view.ts';
import { type Cause, type Fix, localRule } from '#core/rule.ts';
import { nearNames } from '#core/text/near-names.ts';
import { onlyNearestName } from '#core/text/nearest-name.ts';
import type { Located } from '#core/text/span.ts';
import { entriesOf, findEntry, type TreeNode } from '#core/tree/tree.ts';
import { authentication } from '#rules/checklist.ts';
import { documentVersion } from '#rules/detectors/openapi/document-version.ts';
import { openApi } from '#rules/sources.ts';

export const securityScopeDefined = localRule({
  id: 'openapi/security-scope-defined',
  summary: 'Require only scopes that the security scheme knows.',
  why: 'Nobody can ask for a scope that the scheme does not list; a misspelt one locks everybody out, or nobody.',
  item: authentication,
  references: [
    openApi('Security Requirement Object', 'security-requirement-object'),
    openApi('OAuth Flow Object', 'oauth-flow-object'),
  ],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'A misspelt scope',
      bad: `openapi: 3.1.0
paths:
  /orders:
    get:
      security:
        - oauth: [«order:read»]
      responses:
        '200': { description: The orders. }
components:
  securitySchemes:
    oauth:
      type: oauth2
      flows:
        clientCredentials:
          tokenUrl: https://auth.example.com/token
          scopes:
            orders:read: Read orders.
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    get:
      security:
        - oauth: [orders:read]
      responses:
        '200': { description: The orders. }
components:
  securitySchemes:
    oauth:
      type: oauth2
      flows:
        clientCredentials:
          tokenUrl: https://auth.example.com/token
          scopes:
            orders:read: Read orders.
`,
    },
    {
      title: 'An API key has no scopes',
      bad: `{
  "swagger": "2.0",
  "security": [{ "key": [«"write"»] }],
  "paths": {},
  "securityDefinitions": {
    "key": { "type": "apiKey", "in": "header", "name": "X-Key" }
  }
}
`,
      good: `{
  "swagger": "2.0",
  "security": [{ "key": [] }],
  "paths": {},
  "securityDefinitions": {
    "key": { "type": "apiKey", "in": "header", "name": "X-Key" }
  }
}
`,
    },
  ],
  on: ['openapi.security-requirement'],
  *check(requirement, scope) {
    const version = documentVersion(scope);
    for (const { name, scopes } of requirement.schemes) {
      const scheme = scopes.length === 0 ? undefined : scope.find('openapi.security-scheme', name.value);
      const known = scheme && version && knownScopes(scheme, version);
      if (known === undefined) continue;
      for (const [index, one] of scopes.entries()) {
        if (known.all.has(one.value)) continue;
        const pointer = [...pointerOf(requirement.location), name.value, String(index)];
        const hasScopes = scheme?.type?.value === 'oauth2';
        yield {
          span: one.span,
          message: messageOf(one, name, hasScopes),
          fixes: useNearest(requirement, pointer, one.value, known.list, scopes),
          cause: causeOf(one, name, hasScopes),
        };
      }
    }
  },
});

function messageOf({ value: scope }: Located<string>, { value: scheme }: Located<string>, hasScopes: boolean): string {
  return hasScopes
    ? `The security scheme “${scheme}” does not list the scope “${scope}”.`
    : `“${scheme}” cannot list the scope “${scope}”: only OAuth 2.0 and OpenID Connect have scopes.`;
}

function causeOf({ value: scope }: Located<string>, { value: scheme }: Located<string>, hasScopes: boolean): Cause {
  return hasScopes
    ? {
        key: `${scheme} ${scope}`,
        message: (count) => `${count} requirements name the scope “${scope}”, which “${scheme}” does not list.`,
      }
    : {
        key: scheme,
        message: (count) =>
          `${count} scopes are required of “${scheme}”, which can have none: only OAuth 2.0 and OpenID Connect have scopes.`,
      };
}

interface KnownScopes {
  readonly all: ReadonlySet<string>;
  readonly list: readonly string[];
}

/** By the trees of schemes: many requirements name one. */
const scopesOfSchemes = new WeakMap<TreeNode, Map<OpenApiVersion, KnownScopes | undefined>>();

function knownScopes(scheme: SecurityScheme, version: OpenApiVersion): KnownScopes | undefined {
  const byVersion = scopesOfSchemes.get(scheme.tree) ?? new Map<OpenApiVersion, KnownScopes | undefined>();
  scopesOfSchemes.set(scheme.tree, byVersion);
  if (!byVersion.has(version)) {
    const list = listedScopes(scheme, version);
    byVersion.set(version, list && { all: new Set(list), list });
  }
  return byVersion.get(version);
}

/** Undefined where any may be meant: the scopes are listed elsewhere, or (from 3.1 on) are roles. */
function listedScopes({ type, tree }: SecurityScheme, version: OpenApiVersion): readonly string[] | undefined {
  const hasNone = ['apiKey', 'http', 'basic'].includes(type?.value ?? '');
  if (type?.value !== 'oauth2') return hasNone && (version === '2.0' || version === '3.0') ? [] : undefined;
  const flows = version === '2.0' ? [tree] : flowsOf(findEntry(tree, 'flows')?.value);
  const maps = flows?.map((flow) => findEntry(flow, 'scopes')?.value);
  if (maps === undefined || maps.length === 0 || !maps.every(isWritten)) return undefined;
  return maps.flatMap((map) => entriesOf(map).map(({ key }) => key.value));
}

function flowsOf(flows: TreeNode | undefined): readonly (TreeNode | undefined)[] | undefined {
  if (!isWritten(flows)) return undefined;
  return entriesOf(flows).flatMap(({ key, value }) => (key.value.startsWith('x-') ? [] : [value]));
}

function isWritten(map: TreeNode | undefined): boolean {
  return map?.kind === 'map' && findEntry(map, '$ref') === undefined;
}

function useNearest(
  { section }: View,
  pointer: readonly string[],
  wanted: string,
  known: readonly string[],
  beside: readonly Located<string>[],
): readonly Fix[] {
  const meant = onlyNearestName(wanted, nearNames(wanted, known));
  if (meant === undefined || beside.some(({ value }) => value === meant)) return [];
  const change = { kind: 'set', uri: section.uri, pointer, value: meant } as const;
  return [{ title: `Use the scope “${meant}”`, safety: 'review', changes: [change] }];
}
