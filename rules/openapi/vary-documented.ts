import { effectiveHeaders, effectiveParameters, knowsParameters } from '#core/openapi/effective/effective.ts';
import type { DescriptionContext, Operation, Response } from '#core/openapi/model.ts';
import { type Cause, type Finding, globalRule, type Keyed, type Scope } from '#core/rule.ts';
import type { Span } from '#core/text/span.ts';
import { findEntry, type PlainValue } from '#core/tree/tree.ts';
import { httpCaching } from '#rules/checklist.ts';
import { successResponse } from '#rules/detectors/openapi/collection.ts';
import { mostUsed } from '#rules/detectors/openapi/most-used.ts';
import { isHeader, namedHeader } from '#rules/detectors/openapi/named-header.ts';
import { factsOfKind } from '#rules/facts-of-kind.ts';
import { type HeadersSite, headersSite } from '#rules/fixes/openapi/add-header.ts';
import { fixInManyPlaces } from '#rules/fixes/openapi/fix-in-many-places.ts';
import { addHeaderLike } from '#rules/fixes/openapi/house-header.ts';
import { portableValue } from '#rules/fixes/openapi/portable-value.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { rfc } from '#rules/sources.ts';

export const varyDocumented = globalRule({
  id: 'openapi/vary-documented',
  summary: 'Say in Vary which headers of the request an answer depends on.',
  why: 'A cache that is not told hands the German page to who asked for the French one, and JSON to who asked for XML.',
  item: httpCaching,
  references: [rfc(9110, '12.5.5'), rfc(9111, '4.1')],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'Two media types, and no word of it',
      bad: `openapi: 3.1.0
paths:
  /reports:
    «get»:
      responses:
        '200':
          description: The report.
          content:
            application/json: { schema: { type: object } }
            text/csv: { schema: { type: string } }
`,
      good: `openapi: 3.1.0
paths:
  /reports:
    get:
      responses:
        '200':
          description: The report.
          headers:
            Vary:
              description: 'The headers of the request that the answer depends on: Accept.'
              schema: { type: string }
          content:
            application/json: { schema: { type: object } }
            text/csv: { schema: { type: string } }
`,
    },
  ],
  on: ['openapi.operation'],
  *gather(operation, scope): Iterable<VaryFact> {
    if (operation.method !== 'get' || operation.origin !== 'path') return;
    const response = successResponse(operation, scope);
    const headers = response && effectiveHeaders(response, scope);
    if (response === undefined || headers === undefined) return;
    const known = namedHeader(headers, 'vary');
    if (known !== undefined) {
      yield { key, kind: 'said', header: portableValue(known.header) };
      return;
    }
    const depends = requestHeaders(operation, response, scope);
    if (depends.length === 0) return;
    const site = response.headersReference === undefined ? headersSite(response) : undefined;
    const { anchor, context } = operation;
    yield { key, kind: 'unsaid', span: anchor, title: operationTitle(operation), depends, site, context };
  },
  *compare(facts) {
    const unsaid = factsOfKind(facts, 'unsaid');
    if (unsaid.length === 0) return;
    const house = mostUsed(factsOfKind(facts, 'said').map(({ value }) => value.header));
    for (const { section, value } of unsaid) yield { section, value: unsaidVary(value, house) };
  },
});

const key = 'vary';

type VaryFact = Keyed & (SaidFact | UnsaidFact);

interface SaidFact {
  readonly kind: 'said';
  /** Portable. */
  readonly header: PlainValue;
}

interface UnsaidFact {
  readonly kind: 'unsaid';
  readonly span: Span;
  readonly title: string;
  /** `Accept`, `Accept-Language` */
  readonly depends: readonly string[];
  readonly site: HeadersSite | undefined;
  readonly context: DescriptionContext;
}

function requestHeaders(operation: Operation, response: Response, scope: Scope): readonly string[] {
  const parameters = effectiveParameters(operation, scope);
  const speaks = parameters.some((parameter) => isHeader(parameter, 'accept-language'));
  // What is asked for in the URL does not depend on a header.
  const isAsked = parameters.some(({ name }) => formatName.test(name?.value ?? ''));
  const isChosen =
    !isAsked &&
    knowsParameters(operation, scope) &&
    !/\.\w{2,5}$/.test(operation.path) &&
    isNegotiated(operation, response);
  return [...(isChosen ? ['Accept'] : []), ...(speaks ? ['Accept-Language'] : [])];
}

const formatName =
  /^(?:\$?format|f|alt|output|type|media_?type|content_?type|response_?format|output_?format|accept|ext(?:ension)?|stream)$/i;

/** Two kinds of text that say the same. In 2.0 what a whole document produces is said of no operation. */
function isNegotiated(operation: Operation, { content }: Response): boolean {
  if (operation.context.version === '2.0' && findEntry(operation.tree, 'produces') === undefined) return false;
  const kinds = new Set(content.flatMap(({ name }) => kindOf(name.value) ?? []));
  return kinds.size > 1;
}

function kindOf(mediaType: string): string | undefined {
  const [type = ''] = mediaType.toLowerCase().split(';');
  return /(?:^|[/+])(json|xml|csv|yaml|html|plain|pdf|protobuf|msgpack|x-ndjson|calendar|markdown)$/.exec(
    type.trim(),
  )?.[1];
}

function unsaidVary({ span, title, depends, site, context }: UnsaidFact, house: PlainValue | undefined): Finding {
  const names = depends.join(' and ');
  const message = `${title} depends on ${names}, but documents no Vary. Document it: caches mix its answers up.`;
  if (site === undefined) return { span, message, cause: unsaidAnswers };
  const description = `The headers of the request that the answer depends on: ${depends.join(', ')}.`;
  const makeChanges = () => addHeaderLike(site, 'Vary', house, { description, schema: { type: 'string' } }, context);
  const fix = fixInManyPlaces(`Document Vary in ${title}`, 'review', makeChanges);
  return { span, message, fixes: [fix], cause: unsaidAnswers };
}

const unsaidAnswers: Cause = {
  key: 'vary',
  message: (count) => `${count} reads depend on a header of the request, but document no Vary.`,
  fixTitle: (count) => `Document Vary in ${count} reads`,
};
