import { type Finding, type Fix, globalRule, type InSection } from '#core/rule.ts';
import type { Span } from '#core/text/span.ts';
import { errorPayloads } from '#rules/checklist.ts';
import { type ErrorContent, errorContents } from '#rules/detectors/error-content.ts';
import { rfc, zalando } from '#rules/sources.ts';

type Fact = ErrorContent | DocumentFact;

interface DocumentFact {
  readonly kind: 'document';
  readonly key: string;
  readonly span: Span;
}

const problemJson = 'application/problem+json';

export const errorProblemJson = globalRule({
  id: 'openapi/error-problem-json',
  summary: 'Describe errors as `application/problem+json`.',
  why: 'RFC 9457 gives errors one shape with a type, a title, a status and a detail that clients, gateways and libraries know already.',
  item: errorPayloads,
  references: [rfc(9457, '3'), zalando(176)],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'One error that is not like the others',
      bad: `openapi: 3.1.0
paths:
  /orders:
    get:
      responses:
        '200': { description: The orders. }
        '400':
          description: The filter is wrong.
          content:
            application/problem+json: {}
        '403':
          description: Not your orders.
          content:
            «application/json»: {}
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    get:
      responses:
        '200': { description: The orders. }
        '400':
          description: The filter is wrong.
          content:
            application/problem+json: {}
        '403':
          description: Not your orders.
          content:
            application/problem+json: {}
`,
    },
    {
      title: 'A description that knows no problem yet',
      bad: `«openapi»: 3.1.0
paths:
  /orders:
    get:
      responses:
        '200': { description: The orders. }
        default: { $ref: '#/components/responses/Error' }
components:
  responses:
    Error:
      description: The request failed.
      content:
        application/json: {}
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    get:
      responses:
        '200': { description: The orders. }
        default: { $ref: '#/components/responses/Error' }
components:
  responses:
    Error:
      description: The request failed.
      content:
        application/problem+json: {}
`,
    },
  ],
  on: ['openapi.document', 'openapi.operation'],
  *gather(node, scope): Iterable<Fact> {
    if (node.kind === 'openapi.operation') yield* errorContents(node, scope);
    else yield { kind: 'document', key: 'document', span: node.anchor };
  },
  *compare(facts) {
    const errors = unique(facts.flatMap(({ value }) => (value.kind === 'error' ? [value] : [])));
    const plain = errors.filter(({ isProblem }) => !isProblem);
    const isUsual = errors.length > 0 && errors.length - plain.length >= plain.length;
    if (isUsual) for (const error of plain) yield { section: error.section, value: outlier(error) };
    else for (const fact of facts) if (fact.value.kind === 'document') yield* wholeDocument(fact, plain, errors.length);
  },
});

function unique(errors: readonly ErrorContent[]): readonly ErrorContent[] {
  return [...new Map(errors.map((error) => [`${error.section.id} ${error.span.start}`, error])).values()];
}

function outlier(error: ErrorContent): Finding {
  return {
    span: error.span,
    message: `${error.name} is described as plain JSON, not as a problem.`,
    fixes: renames([error]),
  };
}

function* wholeDocument(
  { section, value }: InSection<Fact>,
  plain: readonly ErrorContent[],
  all: number,
): Iterable<InSection<Finding>> {
  if (plain.length === 0) return;
  const count = plain.length === all ? `All ${all}` : `${plain.length} of ${all}`;
  const message = `${all === 1 ? 'The only error response' : `${count} error responses`} of this API ${all === 1 ? 'is' : 'are'} plain JSON, not ${problemJson}.`;
  yield { section, value: { span: value.span, message, fixes: renames(plain) } };
}

/** No fix where one of the media types is not written at its response. */
function renames(errors: readonly ErrorContent[]): readonly Fix[] {
  const changes = errors.flatMap(({ uri, pointer }) =>
    pointer === undefined ? [] : [{ kind: 'rename', uri, pointer, name: problemJson } as const],
  );
  const [first, ...rest] = changes;
  if (first === undefined || changes.length < errors.length) return [];
  return [{ title: `Describe it as ${problemJson}`, safety: 'review', changes: [first, ...rest] }];
}
