import { effectiveParameters, knowsParameters } from '#core/openapi/effective/effective.ts';
import type { DescriptionContext, Operation, Parameter } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Cause, type Change, type Finding, type Fix, globalRule, type Keyed, type Scope } from '#core/rule.ts';
import type { Span } from '#core/text/span.ts';
import { httpCaching } from '#rules/checklist.ts';
import { returnsEntityTag } from '#rules/detectors/openapi/conditional-headers.ts';
import { mostUsed } from '#rules/detectors/openapi/most-used.ts';
import { isHeader } from '#rules/detectors/openapi/named-header.ts';
import { statusKeys } from '#rules/detectors/openapi/status-keys.ts';
import { factsOfKind } from '#rules/facts-of-kind.ts';
import { addParameters, ownParametersSite, type ParametersSite } from '#rules/fixes/openapi/add-parameters.ts';
import { documentResponse, type ResponsesSite } from '#rules/fixes/openapi/document-response.ts';
import { type HouseParameter, houseParameters, sharedParameters } from '#rules/fixes/openapi/house-parameter.ts';
import { parameterValue } from '#rules/fixes/openapi/parameter-value.ts';
import { valueIn } from '#rules/fixes/openapi/portable-value.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { rfc, zalando } from '#rules/sources.ts';

export const etagRevalidated = globalRule({
  id: 'openapi/etag-revalidated',
  summary: 'Take If-None-Match where an answer has an ETag.',
  why: 'A client that has the newest version already sends its ETag along, and gets 304. Without that everything is sent again at each look.',
  item: httpCaching,
  references: [rfc(9110, '13.1.2'), zalando(182)],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'An ETag that saves no answer',
      bad: `openapi: 3.1.0
paths:
  /orders/{id}:
    «get»:
      responses:
        '200':
          description: The order.
          headers:
            ETag: { schema: { type: string } }
        '404': { description: There is no such order. }
`,
      good: `openapi: 3.1.0
paths:
  /orders/{id}:
    get:
      parameters:
        - name: If-None-Match
          in: header
          description: The ETag of the version that is known already.
          schema: { type: string }
      responses:
        '200':
          description: The order.
          headers:
            ETag: { schema: { type: string } }
        '304': { description: Nothing has changed since that version. }
        '404': { description: There is no such order. }
`,
    },
  ],
  on: ['openapi.document', 'openapi.operation'],
  *gather(node, scope): Iterable<TagFact> {
    if (node.kind === 'openapi.document') {
      yield { key, kind: 'document', context: node.context, shared: sharedParameters(isIfNoneMatch, scope) };
      return;
    }
    if (node.method !== 'get' || node.origin !== 'path') return;
    for (const parameter of houseParameters(node, isIfNoneMatch, scope)) yield { key, kind: 'taken', parameter };
    const statuses = lacksRevalidation(node, scope) ? statusKeys(node) : undefined;
    if (statuses === undefined || statuses.some((status) => /^3(?:04|XX)$/.test(status))) return;
    yield { key, kind: 'lacking', span: node.anchor, title: operationTitle(node), site: readSite(node, statuses) };
  },
  *compare(facts) {
    const [document] = factsOfKind(facts, 'document');
    if (document === undefined) return;
    const { shared, context } = document.value;
    const taken = factsOfKind(facts, 'taken').map(({ value }) => value.parameter);
    const parameter = mostUsed(taken) ?? shared[0] ?? standardIfNoneMatch(context);
    for (const { section, value } of factsOfKind(facts, 'lacking'))
      yield { section, value: unrevalidated(value, parameter) };
  },
});

const key = 'tags';

type TagFact = Keyed & (DocumentFact | TakenFact | LackingFact);

interface DocumentFact {
  readonly kind: 'document';
  readonly context: DescriptionContext;
  readonly shared: readonly HouseParameter[];
}

interface TakenFact {
  readonly kind: 'taken';
  readonly parameter: HouseParameter;
}

interface LackingFact {
  readonly kind: 'lacking';
  readonly span: Span;
  readonly title: string;
  /** Undefined where an alias stands in the way. */
  readonly site: ReadSite | undefined;
}

interface ReadSite {
  readonly parameters: ParametersSite;
  readonly responses: ResponsesSite;
}

/** Also by the time of the last change (RFC 9110 §13.1.3). Where writes take it, the ETag is there for them. */
function lacksRevalidation(read: Operation, scope: Scope): boolean {
  if (!returnsEntityTag(read, scope) || !knowsParameters(read, scope)) return false;
  if (
    read.pathItem.operations.some((write) =>
      effectiveParameters(write, scope).some((parameter) => isHeader(parameter, 'if-match')),
    )
  )
    return false;
  return !effectiveParameters(read, scope).some(({ name }) =>
    /^if-(?:none-match|modified-since)$/i.test(name?.value ?? ''),
  );
}

function isIfNoneMatch(parameter: Parameter): boolean {
  return isHeader(parameter, 'if-none-match');
}

function readSite(read: Operation, statuses: readonly string[]): ReadSite | undefined {
  const parameters = ownParametersSite(read);
  const { section, location, context } = read;
  return parameters && { parameters, responses: { uri: section.uri, pointer: pointerOf(location), statuses, context } };
}

function unrevalidated({ span, title, site }: LackingFact, { name, value }: HouseParameter): Finding {
  const message = `${title} returns an ETag, but takes no If-None-Match. Take it, and answer 304 where nothing has changed.`;
  if (site === undefined) return { span, message, cause: unrevalidatedReads };
  const { parameters, responses } = site;
  const [first, ...others] = addParameters(parameters, [valueIn(value, parameters.uri)]);
  const described: readonly Change[] = documentResponse(
    responses,
    '304',
    { description: 'Nothing has changed since that version.' },
    [],
  );
  const fix: Fix = {
    title: `Take \`${name}\` in ${title}`,
    safety: 'review',
    changes: [first, ...others, ...described],
  };
  return { span, message, fixes: [fix], cause: unrevalidatedReads };
}

const unrevalidatedReads: Cause = {
  key: 'etag',
  message: (count) => `${count} reads return an ETag, but take no If-None-Match.`,
  fixTitle: (count) => `Take If-None-Match in ${count} reads`,
};

function standardIfNoneMatch(context: DescriptionContext): HouseParameter {
  const name = 'If-None-Match';
  const description = 'The ETag of the version that is known already.';
  return { name, value: parameterValue(context, { name, in: 'header', description, schema: { type: 'string' } }) };
}
