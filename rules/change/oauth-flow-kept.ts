import type { SecurityScheme } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type BaseScope, changeRule, type Finding, type Fix } from '#core/rule.ts';
import type { Located, Span } from '#core/text/span.ts';
import type { TreeChange } from '#core/tree/change.ts';
import { apiChanges } from '#rules/checklist.ts';
import { type OAuthFlow, oauthFlows } from '#rules/detectors/change/oauth-flows.ts';
import { quotedList } from '#rules/quoted-list.ts';
import { openApi, rfc } from '#rules/sources.ts';

const description = (url: string): string => `openapi: 3.1.0
paths: {}
components:
  securitySchemes:
    login:
      type: oauth2
      flows:
        clientCredentials:
          tokenUrl: ${url}
          scopes: { 'orders:read': Read orders. }
`;

export const oauthFlowKept = changeRule({
  id: 'change/oauth-flow-kept',
  summary: 'Keep where and how clients get their tokens.',
  why: 'Clients are set up with the addresses and scopes of a flow. A token endpoint that is gone gives nobody a token, and a scope that is gone is refused with all that is asked for beside it.',
  item: apiChanges,
  references: [openApi('OAuth Flows Object', 'oauth-flows-object'), rfc(6749)],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'Another token endpoint',
      bad: {
        'base/openapi.yaml': description('https://login.example.com/token'),
        'openapi.yaml': description('«https://id.example.com/token»'),
      },
      good: {
        'base/openapi.yaml': description('https://login.example.com/token'),
        'openapi.yaml': description('https://login.example.com/token'),
      },
    },
  ],
  on: ['openapi.security-scheme'],
  *check(scheme, scope) {
    const former = scope.base.find('openapi.security-scheme', scheme.name.value);
    const flows = oauthFlows(scheme);
    if (former === undefined || flows.length === 0) return;
    for (const before of oauthFlows(former)) {
      const now = flows.find(({ name }) => name === before.name);
      const said = `“${scheme.name.value}” no longer offers the flow \`${before.name}\`. Clients that use it get no token.`;
      if (now === undefined) yield told(said, scheme.name.span, { former, at: before.span }, scope);
      else yield* flowChanges(before, now, scheme, former, scope);
    }
  },
});

function* flowChanges(
  before: OAuthFlow,
  now: OAuthFlow,
  scheme: SecurityScheme,
  former: SecurityScheme,
  scope: BaseScope,
): Iterable<Finding> {
  const moved = [...before.urls].flatMap(([key, url]) => {
    const own = now.urls.get(key);
    return own === undefined || own.value === url.value ? [] : [{ key, url, own }];
  });
  const [only, ...others] = moved;
  if (only !== undefined) {
    const { key, url, own } = only;
    const keys = moved.map((each) => `\`${each.key}\``).join(' and ');
    const message =
      others.length > 0
        ? `The ${keys} of “${scheme.name.value}” are others. Clients still ask at “${url.value}”.`
        : `The \`${key}\` of “${scheme.name.value}” was “${url.value}” and is “${own.value}”. Clients still ask there.`;
    yield { ...told(message, own.span, { former, at: url.span }, scope), fixes: urlsBack(scheme, now, moved) };
  }
  const names = new Set(now.scopes.map(({ value }) => value));
  const gone = before.scopes.filter(({ value }) => !names.has(value));
  const [first, ...more] = gone;
  if (first === undefined) return;
  const which = quotedList(gone.map(({ value }) => value));
  const message = `“${scheme.name.value}” no longer has the ${more.length === 0 ? 'scope' : 'scopes'} ${which}. Who asks for it is refused.`;
  yield told(message, now.span, { former, at: first.span }, scope);
}

interface FormerPlace {
  readonly former: SecurityScheme;
  readonly at: Span;
}

function told(message: string, span: Span, { former, at }: FormerPlace, { base }: BaseScope): Finding {
  return { span, message, related: [base.placed(former.section, at, `As it was in ${base.name}.`)] };
}

interface MovedUrl {
  readonly key: string;
  /** As it was. */
  readonly url: Located<string>;
}

function urlsBack(scheme: SecurityScheme, { name }: OAuthFlow, moved: readonly MovedUrl[]): readonly Fix[] {
  const { location, section, tree } = scheme;
  const isOld = tree.kind === 'map' && tree.entries.some((entry) => entry.key.value === 'flow');
  const pointer = [...pointerOf(location), ...(isOld ? [] : ['flows', name])];
  const [first, ...more] = moved.map(({ key, url }): TreeChange => {
    return { kind: 'set', uri: section.uri, pointer: [...pointer, key], value: url.value };
  });
  const title =
    moved.length === 1 ? `Keep “${moved[0]?.url.value ?? ''}”` : `Keep the addresses of “${scheme.name.value}”`;
  return first === undefined ? [] : [{ title, safety: 'review', changes: [first, ...more] }];
}
