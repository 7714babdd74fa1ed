import { isJsonMediaType } from '#core/openapi/effective/media-type-name.ts';
import type { MediaType, Operation, Response, ResponseEntry } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Cause, type Finding, globalRule, type InSection, type Keyed, type Scope } from '#core/rule.ts';
import type { Section } from '#core/text/section.ts';
import type { Span } from '#core/text/span.ts';
import { findEntry } from '#core/tree/tree.ts';
import { errorPayloads } from '#rules/checklist.ts';
import { idOf } from '#rules/detectors/openapi/documented-errors.ts';
import { writtenExamples } from '#rules/detectors/openapi/written-examples.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { rfc } from '#rules/sources.ts';

export const problemStatusMatches = globalRule({
  id: 'openapi/problem-status-matches',
  summary: 'Let the status in the example of an error be that of its response.',
  why: 'A problem repeats the status code it came with. An example with another one teaches readers and mock servers something that never happens.',
  item: errorPayloads,
  references: [rfc(9457, '3.1.2')],
  severity: 'error',
  recommended: true,
  examples: [
    {
      title: 'An example that was copied',
      bad: `openapi: 3.1.0
paths:
  /orders/{id}:
    get:
      responses:
        '200': { description: The order. }
        '404':
          description: There is no such order.
          content:
            application/problem+json:
              schema: { $ref: '#/components/schemas/Problem' }
              example:
                title: There is no such order
                status: «400»
components:
  schemas:
    Problem: { type: object, properties: { title: { type: string }, status: { type: integer } } }
`,
      good: `openapi: 3.1.0
paths:
  /orders/{id}:
    get:
      responses:
        '200': { description: The order. }
        '404':
          description: There is no such order.
          content:
            application/problem+json:
              schema: { $ref: '#/components/schemas/Problem' }
              example:
                title: There is no such order
                status: 404
components:
  schemas:
    Problem: { type: object, properties: { title: { type: string }, status: { type: integer } } }
`,
    },
  ],
  on: ['openapi.operation'],
  *gather(operation, scope): Iterable<StatusFact> {
    for (const entry of operation.responses) {
      if (!/^[45]\d\d$/.test(entry.status.value)) continue;
      const response = scope.resolve(entry.response);
      if (response === undefined) continue;
      const is2 = operation.context.version === '2.0';
      const exemplified = is2 ? [response] : response.content.filter(({ name }) => isJsonMediaType(name.value));
      for (const each of exemplified) yield* statusFacts(operation, entry, each, scope);
    }
  },
  *compare(facts) {
    // What is shared is right where one of those that share it has that status.
    if (facts.some(({ value }) => value.code === value.status)) return;
    const [first] = facts;
    if (first !== undefined) yield mismatch(first.value, new Set(facts.map(({ value }) => value.code)));
  },
});

/** Members that hold the status code of the response, as they are called in errors of all kinds. */
const statusNames = ['status', 'statusCode', 'status_code', 'httpStatus', 'http_status', 'httpStatusCode'] as const;

interface StatusFact extends Keyed {
  readonly section: Section;
  readonly span: Span;
  readonly uri: string;
  readonly pointer: readonly string[];
  /** What the example says. */
  readonly status: string;
  /** True where it says it as a text. */
  readonly isText: boolean;
  /** The status it is documented under. */
  readonly code: string;
  readonly title: string;
}

function* statusFacts(
  operation: Operation,
  { status: { value: code } }: ResponseEntry,
  exemplified: MediaType | Response,
  scope: Scope,
): Iterable<StatusFact> {
  for (const { place } of writtenExamples(exemplified, scope)) {
    for (const name of statusNames) {
      const value = findEntry(place.tree, name)?.value;
      if (value?.kind !== 'scalar' || !/^[45]\d\d$/.test(String(value.value))) continue;
      const { section } = place.location;
      const pointer = [...pointerOf(place.location), name];
      yield {
        key: idOf(section.uri, pointer),
        section,
        span: value.span,
        uri: section.uri,
        pointer,
        status: String(value.value),
        isText: typeof value.value === 'string',
        code,
        title: operationTitle(operation),
      };
    }
  }
}

function mismatch(fact: StatusFact, codes: ReadonlySet<string>): InSection<Finding> {
  const { section, span, uri, pointer, status, isText, code, title } = fact;
  const name = pointer.at(-1) ?? '';
  const others = [...codes].filter((other) => other !== code);
  const under = others.length === 0 ? code : `${code} and ${others.length} other${others.length === 1 ? '' : 's'}`;
  const message = `An example of ${title} ${under} says “${name}: ${status}”. Give it the status of its response.`;
  const change = { kind: 'set', uri, pointer, value: isText ? code : Number(code) } as const;
  const fix = { title: `Write ${code} in the example`, safety: 'safe', changes: [change] } as const;
  const fixes = codes.size === 1 ? [fix] : [];
  return { section, value: { span, message, fixes, cause } };
}

const cause: Cause = {
  key: 'status',
  message: (count) => `${count} examples of errors say another status than that of their responses.`,
  fixTitle: (count) => `Write the status of the response in ${count} examples`,
};
