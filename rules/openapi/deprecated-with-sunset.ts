import { successResponses } from '#core/openapi/effective/documented-responses.ts';
import type { DescriptionContext, Operation } from '#core/openapi/model.ts';
import { type Cause, type Finding, type Fix, globalRule, type Keyed, type Scope } from '#core/rule.ts';
import type { Span } from '#core/text/span.ts';
import type { TreeChange } from '#core/tree/change.ts';
import { findEntry, type PlainValue } from '#core/tree/tree.ts';
import { deprecation } from '#rules/checklist.ts';
import { endsByExtension, placeholderEnd, saysWhenItEnds } from '#rules/detectors/openapi/end-date.ts';
import { mostUsed } from '#rules/detectors/openapi/most-used.ts';
import { namedHeader } from '#rules/detectors/openapi/named-header.ts';
import { isPreflight } from '#rules/detectors/openapi/preflight.ts';
import { isWrittenInPlace } from '#rules/detectors/openapi/written-in-place.ts';
import { factsOfKind } from '#rules/facts-of-kind.ts';
import { addHeadersAt, type HeadersSite, headersSite } from '#rules/fixes/openapi/add-header.ts';
import { headerValue, type NewHeader } from '#rules/fixes/openapi/header-value.ts';
import { portableReference, portableValue, valueIn } from '#rules/fixes/openapi/portable-value.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { rfc, zalando } from '#rules/sources.ts';

export const deprecatedWithSunset = globalRule({
  id: 'openapi/deprecated-with-sunset',
  summary: 'Say when a deprecated operation ends.',
  why: 'A warning without a date is put off for ever: clients plan their move only when they know the day on which the operation stops answering.',
  item: deprecation,
  references: [rfc(8594, '3'), rfc(9745, '4'), zalando(187), zalando(189)],
  severity: 'warning',
  recommended: true,
  tag: 'deprecated',
  examples: [
    {
      title: 'Deprecated, and no word about the end',
      bad: `openapi: 3.1.0
paths:
  /orders/search:
    get:
      «deprecated»: true
      responses:
        '200':
          description: The orders that match.
`,
      good: `openapi: 3.1.0
paths:
  /orders/search:
    get:
      deprecated: true
      responses:
        '200':
          description: The orders that match.
          headers:
            Deprecation:
              description: When the operation was deprecated (RFC 9745), as @ and seconds since 1970.
              schema:
                type: string
            Sunset:
              description: When the operation stops answering (RFC 8594), as an HTTP date.
              schema:
                type: string
`,
    },
    {
      title: 'The date is still a placeholder',
      bad: `openapi: 3.1.0
paths:
  /orders/search:
    get:
      deprecated: true
      x-sunset: «YYYY-MM-DD»
      responses:
        '200':
          description: The orders that match.
          headers:
            Sunset:
              description: When the operation stops answering.
              schema:
                type: string
`,
      good: `openapi: 3.1.0
paths:
  /orders/search:
    get:
      deprecated: true
      x-sunset: '2027-03-31'
      responses:
        '200':
          description: The orders that match.
          headers:
            Sunset:
              description: When the operation stops answering.
              schema:
                type: string
`,
    },
    {
      title: 'The date can stand in an extension or in the text',
      bad: `{
  "swagger": "2.0",
  "paths": {
    "/orders/search": {
      "get": { «"deprecated"»: true, "responses": {} }
    }
  }
}
`,
      good: `{
  "swagger": "2.0",
  "paths": {
    "/orders/search": {
      "get": { "deprecated": true, "x-sunset": "2027-03-31", "responses": {} }
    }
  }
}
`,
    },
  ],
  on: ['openapi.document', 'openapi.operation'],
  *gather(node, scope): Iterable<EndFact> {
    const key = 'ends';
    if (node.kind === 'openapi.document') {
      yield { key, kind: 'document', context: node.context, shared: sharedHeaders(scope) };
      return;
    }
    const headers = documentedHeaders(node, scope);
    if (headers.length > 0) yield { key, kind: 'dated', headers };
    else if (endsByExtension(node)) yield { key, kind: 'extended' };
    if (node.deprecated?.value !== true || isPreflight(node) || saysWhenItEnds(node, scope)) return;
    const title = operationTitle(node);
    const placeholder = placeholderEnd(node);
    if (placeholder !== undefined) {
      const { span, value } = placeholder;
      yield { key, kind: 'endless', span, title, placeholder: String(value), site: undefined };
      return;
    }
    const span = findEntry(node.tree, 'deprecated')?.key.span ?? node.anchor;
    yield { key, kind: 'endless', span, title, site: successSite(node) };
  },
  *compare(facts) {
    const [document] = factsOfKind(facts, 'document');
    if (document === undefined) return;
    const { context, shared } = document.value;
    const dated = mostUsed(factsOfKind(facts, 'dated').map(({ value }) => value.headers));
    // A date cannot be made up: where extensions hold it, nothing is left to write.
    const isExtended = dated === undefined && factsOfKind(facts, 'extended').length > 0;
    const lacking = factsOfKind(facts, 'endless');
    const isShared = lacking.length > 1 && context.version !== '2.0';
    const headers = dated ?? standardHeaders(shared, isShared, context);
    for (const { section, value } of lacking)
      yield { section, value: endless(value, isExtended ? [] : headers, context) };
  },
});

type EndFact = Keyed & (DocumentFact | DatedFact | EndlessFact | { readonly kind: 'extended' });

interface EndHeader {
  readonly name: string;
  /** A reference or a Header Object, portable. */
  readonly value: PlainValue;
  /** What the reference leads to, where it must be added to the components. */
  readonly component?: PlainValue;
}

interface DocumentFact {
  readonly kind: 'document';
  readonly context: DescriptionContext;
  /** The headers it shares. */
  readonly shared: readonly EndHeader[];
}

/** An operation that documents when it ends. */
interface DatedFact {
  readonly kind: 'dated';
  readonly headers: readonly EndHeader[];
}

interface EndlessFact {
  readonly kind: 'endless';
  readonly span: Span;
  readonly title: string;
  /** What stands where the date should. */
  readonly placeholder?: string;
  /** Undefined where the response is shared with other operations, or an alias stands in the way. */
  readonly site: HeadersSite | undefined;
}

function sharedHeaders(scope: Scope): readonly EndHeader[] {
  return scope.names('openapi.header').flatMap((name) => {
    const header = isEndHeader(name) ? scope.find('openapi.header', name) : undefined;
    return header === undefined ? [] : [{ name, value: portableReference(header) }];
  });
}

function documentedHeaders({ responses }: Operation, scope: Scope): readonly EndHeader[] {
  const all = responses.map(({ response }) => scope.resolve(response)?.headers ?? []);
  const dated = all.find((headers) => namedHeader(headers, 'sunset') !== undefined) ?? [];
  return dated
    .filter(({ name }) => isEndHeader(name.value))
    .map(({ name, header }) => ({ name: name.value, value: portableValue(header) }));
}

function isEndHeader(name: string): boolean {
  return /^(?:sunset|deprecation)$/i.test(name);
}

/** That of the first success response. */
function successSite(operation: Operation): HeadersSite | undefined {
  const response = successResponses(operation)[0]?.response;
  return response?.kind === 'openapi.response' && isWrittenInPlace(response) ? headersSite(response) : undefined;
}

function endless(
  { span, title, placeholder, site }: EndlessFact,
  headers: readonly EndHeader[],
  context: DescriptionContext,
): Finding {
  const message =
    placeholder === undefined
      ? `${title} is deprecated and does not say when it ends.`
      : `${title} is deprecated, and “${placeholder}” stands where its end should: write the date.`;
  const fixes = site && headers.length > 0 ? [documentHeaders(title, site, headers, context)] : [];
  return { span, message, fixes, cause: undated };
}

const undated: Cause = {
  key: 'undated',
  message: (count) => `${count} deprecated operations do not say when they end.`,
  fixTitle: (count) => `Document when ${count} deprecated operations end, by headers`,
};

function documentHeaders(
  title: string,
  site: HeadersSite,
  headers: readonly EndHeader[],
  { rootUri: uri }: DescriptionContext,
): Fix {
  const values = Object.fromEntries(headers.map(({ name, value }) => [name, valueIn(value, site.uri)]));
  const names = headers.map(({ name }) => name).join(' and ');
  const [first, ...others] = addHeadersAt(site, values);
  const components = headers.flatMap(({ name, component: value }): readonly TreeChange[] =>
    value === undefined ? [] : [{ kind: 'set', uri, pointer: ['components', 'headers', name], value, ifAbsent: true }],
  );
  return {
    title: `Document ${names} headers of ${title}`,
    safety: 'review',
    changes: [first, ...others, ...components],
  };
}

/** Written in place for one operation, shared by several. */
function standardHeaders(
  shared: readonly EndHeader[],
  isShared: boolean,
  context: DescriptionContext,
): readonly EndHeader[] {
  const standard = { Deprecation: deprecationHeader, Sunset: sunsetHeader };
  return Object.entries(standard).map(([name, header]) => {
    const known = shared.find((one) => one.name.toLowerCase() === name.toLowerCase());
    if (known !== undefined) return { name, value: known.value };
    const value = headerValue(context, header);
    return isShared
      ? { name, value: { $ref: `${context.rootUri}#/components/headers/${name}` }, component: value }
      : { name, value };
  });
}

const deprecationHeader: NewHeader = {
  description: 'When the operation was deprecated (RFC 9745), as @ and seconds since 1970.',
  schema: { type: 'string' },
};
const sunsetHeader: NewHeader = {
  description: 'When the operation stops answering (RFC 8594), as an HTTP date.',
  schema: { type: 'string' },
};
