import { type Finding, type Fix, globalRule, type InSection } from '#core/rule.ts';
import type { Span } from '#core/text/span.ts';
import type { SectionId } from '#core/tree/section.ts';
import { errorPayloads } from '#rules/checklist.ts';
import { type ErrorContent, errorContents } from '#rules/detectors/error-content.ts';
import { factsOfKind } from '#rules/facts-of-kind.ts';
import { fixInManyPlaces } from '#rules/fixes/fix-in-many-places.ts';
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
    const errors = unique(factsOfKind(facts, 'error'));
    const plain = errors.filter(({ isProblem }) => !isProblem);
    const isUsual = errors.length > 0 && errors.length - plain.length >= plain.length;
    if (isUsual) for (const error of plain) yield { section: error.section, value: outlier(error) };
    else for (const fact of factsOfKind(facts, 'document')) yield* wholeDocument(fact, plain, errors.length);
  },
});

/** Each content once, where it comes first, as it was gathered last. */
function unique(facts: readonly InSection<ErrorContent>[]): readonly ErrorContent[] {
  const sections = new Map<SectionId, number>();
  const errors = new Map<number, ErrorContent>();
  for (const { value: error } of facts) {
    const section = sections.get(error.section.id) ?? sections.size;
    sections.set(error.section.id, section);
    // A number for each place: of more than ten thousand, texts would take long to join.
    errors.set(section * longestSection + error.span.start, error);
  }
  return [...errors.values()];
}

const longestSection = 2 ** 32;

function outlier(error: ErrorContent): Finding {
  return {
    span: error.span,
    message: `${error.name} is described as plain JSON, not as a problem.`,
    fixes: renames([error]),
  };
}

function* wholeDocument(
  { section, value }: InSection<DocumentFact>,
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
  const [first, ...others] = errors.flatMap(({ uri, pointer }) => (pointer === undefined ? [] : { uri, pointer }));
  if (first === undefined || others.length + 1 < errors.length) return [];
  const rename = ({ uri, pointer }: typeof first) => ({ kind: 'rename', uri, pointer, name: problemJson }) as const;
  const title = `Describe it as ${problemJson}`;
  return [fixInManyPlaces(title, 'review', () => [rename(first), ...others.map(rename)])];
}
