import type { Response } from '#core/openapi/model.ts';
import { globalRule, type Keyed, type Scope } from '#core/rule.ts';
import type { Span } from '#core/text/span.ts';
import { rateLimits } from '#rules/checklist.ts';
import { apiTitle } from '#rules/detectors/openapi/info-part.ts';
import { isOfQuantity } from '#rules/detectors/openapi/rate-limit.ts';
import { factsOfKind } from '#rules/facts-of-kind.ts';
import { draft, owasp } from '#rules/sources.ts';

export const rateLimitScopeTold = globalRule({
  id: 'openapi/rate-limit-scope-told',
  summary: 'Say whether a limit counts the requests of a user, a key or an address.',
  why: 'A client behind a shared address, or one that serves many users with one key, plans its requests differently. Without a word on it each finds out by being refused.',
  item: rateLimits,
  references: [owasp(4), draft('draft-ietf-httpapi-ratelimit-headers', 'RateLimit header fields for HTTP')],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'A limit of nobody in particular',
      bad: `openapi: 3.1.0
«info»:
  title: Shop
  version: 1.0.0
  description: Orders and payments.
paths:
  /orders:
    get:
      responses:
        '200': { description: The orders. }
        '429': { description: Too many requests. }
`,
      good: `openapi: 3.1.0
info:
  title: Shop
  version: 1.0.0
  description: Orders and payments. Each user may send 100 requests a minute.
paths:
  /orders:
    get:
      responses:
        '200': { description: The orders. }
        '429': { description: Too many requests. }
`,
    },
  ],
  on: ['openapi.info', 'openapi.operation'],
  *gather(node, scope): Iterable<ScopeFact> {
    if (node.kind === 'openapi.info') {
      const { anchor, description } = node;
      yield {
        key,
        kind: 'info',
        span: anchor,
        title: apiTitle(node),
        isSaid: saysWhose(description?.value),
      };
      return;
    }
    if (node.origin !== 'path') return;
    const own = node.description?.value;
    const isSaid = /limit/i.test(own ?? '') && saysWhose(own);
    const entry = node.responses.find(({ status }) => status.value === '429');
    const response = scope.resolve(entry?.response);
    // Too many jobs are another limit.
    const isLimit = response !== undefined && !isOfQuantity(response.description?.value ?? '');
    if (isSaid || isLimit) yield { key, kind: 'limit', isSaid: isSaid || (isLimit && isSaidIn(response, scope)) };
  },
  *compare(facts) {
    const [info] = factsOfKind(facts, 'info');
    const limits = factsOfKind(facts, 'limit');
    if (info === undefined || limits.length === 0 || facts.some(({ value }) => value.isSaid)) return;
    const { span, title } = info.value;
    const message = `${title} limits requests, but does not say whose. Say whether users, keys or addresses are counted.`;
    yield { section: info.section, value: { span, message } };
  },
});

const key = 'limits';

type ScopeFact = Keyed & (InfoFact | LimitFact);

interface InfoFact {
  readonly kind: 'info';
  readonly span: Span;
  readonly title: string;
  readonly isSaid: boolean;
}

interface LimitFact {
  readonly kind: 'limit';
  readonly isSaid: boolean;
}

function isSaidIn({ description, headers }: Response, scope: Scope): boolean {
  if (headers.some(({ name }) => /scope|policy|bucket/i.test(name.value))) return true;
  const texts = [description, ...headers.map(({ header }) => scope.resolve(header)?.description)];
  return texts.some((text) => saysWhose(text?.value));
}

/** “100 requests per minute per IP”, “Each key may …”, “by this user or address”. */
function saysWhose(text: string | undefined): boolean {
  return whose.test(text ?? '');
}

const owners =
  '(?:ip|ips|address(?:es)?|users?|callers?|clients?|customers?|consumers?|accounts?|tenants?|organi[sz]ations?|orgs?|workspaces?|teams?|projects?|apps?|applications?|(?:api[- ]?)?keys?|(?:access[- ]?)?tokens?|subscriptions?|merchants?|partners?|instances?|bots?|guilds?|webhooks?|sessions?|devices?)';
const whose = new RegExp(
  `(?:\\bper|\\bby|\\bfor|\\beach|\\bevery|\\bsingle|\\bthis|\\byour|\\bthe same|\\bsame|\\bof (?:a|an|the|one)|[/-])[ -]?(?:\\w+[ -]){0,2}?${owners}\\b`,
  'i',
);
