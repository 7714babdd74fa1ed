import { effectiveHeaders, effectiveSecurity } from '#core/openapi/effective/effective.ts';
import type { DescriptionContext, Operation } from '#core/openapi/model.ts';
import { type Cause, type Finding, globalRule, type Keyed, type Scope } from '#core/rule.ts';
import type { Span } from '#core/text/span.ts';
import type { PlainValue } from '#core/tree/tree.ts';
import { httpCaching } from '#rules/checklist.ts';
import { successResponse } from '#rules/detectors/openapi/collection.ts';
import { mostUsed } from '#rules/detectors/openapi/most-used.ts';
import { namedHeader } from '#rules/detectors/openapi/named-header.ts';
import { hasPublicPath } from '#rules/detectors/openapi/public-operation.ts';
import { factsOfKind } from '#rules/facts-of-kind.ts';
import { type HeadersSite, headersSite } from '#rules/fixes/openapi/add-header.ts';
import { fixInManyPlaces } from '#rules/fixes/openapi/fix-in-many-places.ts';
import type { NewHeader } from '#rules/fixes/openapi/header-value.ts';
import { addHeaderLike } from '#rules/fixes/openapi/house-header.ts';
import { portableValue } from '#rules/fixes/openapi/portable-value.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { rfc, zalando } from '#rules/sources.ts';

export const publicCacheDocumented = globalRule({
  id: 'openapi/public-cache-documented',
  summary: 'Say how long answers may be kept that are the same for everyone.',
  why: 'Caches that are told nothing keep an answer as long as they think right, or not at all. What everyone may read is what a cache saves most of.',
  item: httpCaching,
  references: [zalando(227), rfc(9111, '4.2.2')],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'Countries that everyone asks for again and again',
      bad: `openapi: 3.1.0
security: [{ token: [] }]
paths:
  /countries:
    «get»:
      security: []
      responses:
        '200':
          description: The countries.
components:
  securitySchemes:
    token: { type: http, scheme: bearer }
`,
      good: `openapi: 3.1.0
security: [{ token: [] }]
paths:
  /countries:
    get:
      security: []
      responses:
        '200':
          description: The countries.
          headers:
            Cache-Control:
              description: 'Who may keep the answer, and for how long: public, max-age=300.'
              schema:
                type: string
components:
  securitySchemes:
    token: { type: http, scheme: bearer }
`,
    },
  ],
  on: ['openapi.operation'],
  *gather(operation, scope): Iterable<CacheFact> {
    if (operation.method !== 'get' || operation.origin !== 'path') return;
    const response = successResponse(operation, scope);
    const headers = response && effectiveHeaders(response, scope);
    if (response === undefined || headers === undefined) return;
    const known = namedHeader(headers, 'cache-control');
    if (known !== undefined) yield { key, kind: 'said', header: portableValue(known.header) };
    if (headers.some(({ name }) => cacheNames.test(name.value)) || !isForAll(operation, scope)) return;
    const site = response.headersReference === undefined ? headersSite(response) : undefined;
    const { anchor, context } = operation;
    yield { key, kind: 'unsaid', span: anchor, title: operationTitle(operation), site, context };
  },
  *compare(facts) {
    const unsaid = factsOfKind(facts, 'unsaid');
    if (unsaid.length === 0) return;
    const house = mostUsed(factsOfKind(facts, 'said').map(({ value }) => value.header));
    for (const { section, value } of unsaid) yield { section, value: unsaidCaching(value, house) };
  },
});

const key = 'caching';

type CacheFact = Keyed & (SaidFact | UnsaidFact);

interface SaidFact {
  readonly kind: 'said';
  /** Portable. */
  readonly header: PlainValue;
}

interface UnsaidFact {
  readonly kind: 'unsaid';
  readonly span: Span;
  readonly title: string;
  readonly site: HeadersSite | undefined;
  readonly context: DescriptionContext;
}

const cacheNames = /^(?:cache-control|etag|expires|last-modified|pragma|(?:cdn|surrogate)-.*)$/i;

/** Says of itself that it needs no credentials, and is changed by nobody here: no sign-in, and no check of the server. */
function isForAll(operation: Operation, scope: Scope): boolean {
  const security = effectiveSecurity(operation, scope);
  const isOpen = security?.every(({ schemes }) => schemes.length === 0) ?? false;
  const isChanged = operation.pathItem.operations.some(({ method }) => changing.has(method));
  return isOpen && !operation.context.isSecurityUnknown && !isChanged && !hasPublicPath(operation.path);
}

const changing: ReadonlySet<string> = new Set(['put', 'patch', 'delete', 'post']);

function unsaidCaching({ span, title, site, context }: UnsaidFact, house: PlainValue | undefined): Finding {
  const message = `${title} is public, but says nothing of caching. Document Cache-Control.`;
  if (site === undefined) return { span, message, cause: unsaidAnswers };
  const makeChanges = () => addHeaderLike(site, 'Cache-Control', house, cacheControl, context);
  const fix = fixInManyPlaces(`Document Cache-Control in ${title}`, 'review', makeChanges);
  return { span, message, fixes: [fix], cause: unsaidAnswers };
}

const cacheControl: NewHeader = {
  description: 'Who may keep the answer, and for how long: public, max-age=300.',
  schema: { type: 'string' },
};

const unsaidAnswers: Cause = {
  key: 'caching',
  message: (count) => `${count} reads are public, but say nothing of caching.`,
  fixTitle: (count) => `Document Cache-Control in ${count} reads`,
};
