import { isJsonMediaType } from '#core/openapi/effective/media-type-name.ts';
import type { MediaType, RequestBody, Response } from '#core/openapi/model.ts';
import { type Collector, type Fix, globalRule, type Keyed, type Scope, type Survey } from '#core/rule.ts';
import type { Span } from '#core/text/span.ts';
import type { TreeChange } from '#core/tree/change.ts';
import { NotUnderstood } from '#core/work/understood.ts';
import { documentationFormats } from '#rules/checklist.ts';
import { hasExample, writeExample } from '#rules/detectors/openapi/body-example.ts';
import { factsOfKind } from '#rules/facts-of-kind.ts';
import { exampleValue } from '#rules/fixes/openapi/example-value.ts';
import { openApi } from '#rules/sources.ts';

export const exampleProvided = globalRule({
  id: 'openapi/example-provided',
  summary: 'Give request and response bodies examples.',
  why: 'A reader learns more from one real body than from its schema, and mock servers and tests need bodies that make sense.',
  item: documentationFormats,
  references: [openApi('Media Type Object', 'media-type-object')],
  severity: 'info',
  recommended: false,
  options: {
    share: { default: 50, description: 'The share of JSON bodies, in percent, that has to have an example.' },
  },
  examples: [
    {
      title: 'No body has an example',
      bad: `openapi: 3.1.0
paths:
  /orders/{id}:
    get:
      responses:
        '200':
          description: The order.
          content:
            «application/json»:
              schema:
                type: object
                properties:
                  id: { type: string, format: uuid }
                  placedAt: { type: string, format: date-time }
                  lines: { type: integer, minimum: 1 }
`,
      good: `openapi: 3.1.0
paths:
  /orders/{id}:
    get:
      responses:
        '200':
          description: The order.
          content:
            application/json:
              schema:
                type: object
                properties:
                  id: { type: string, format: uuid }
                  placedAt: { type: string, format: date-time }
                  lines: { type: integer, minimum: 1 }
              example:
                id: 6f1c1f0e-6c0a-4c4e-9d3b-2f6a3f0f9a11
                placedAt: '2026-01-31T09:30:00Z'
                lines: 1
`,
    },
    {
      title: 'A response of 2.0',
      bad: `swagger: '2.0'
paths:
  /orders:
    get:
      responses:
        '200':
          description: The orders.
          «schema»:
            type: array
            items: { type: string, format: email }
`,
      good: `swagger: '2.0'
paths:
  /orders:
    get:
      responses:
        '200':
          description: The orders.
          schema:
            type: array
            items: { type: string, format: email }
          examples:
            application/json:
              - ada@example.com
`,
    },
  ],
  on: ['openapi.document', 'openapi.request-body', 'openapi.response'],
  *gather(node, scope): Iterable<ExampleFact> {
    const key = 'examples';
    if (node.kind === 'openapi.document') {
      yield { key, kind: 'document', span: node.anchor, rootUri: node.context.rootUri };
      return;
    }
    const media = exemplaryMedia(node, scope);
    if (media === undefined) return;
    yield { key, kind: 'body', span: media.name.span, isBare: !hasExample(media, scope) };
  },
  *compare(facts, { share }) {
    const [root] = factsOfKind(facts, 'document');
    const bodies = factsOfKind(facts, 'body');
    const bare = bodies.filter(({ value }) => value.isBare);
    const have = bodies.length - bare.length;
    if (bare.length === 0 || have * 100 >= bodies.length * share) return;
    const message = coverage(have, bodies.length);
    const fixes = root === undefined ? [] : [writingAll(root.value.rootUri)];
    // What is said of every body stands at the top, all else where the first one is.
    const place = have === 0 && bare.length > 1 ? root : bare[0];
    if (place !== undefined) yield { section: place.section, value: { span: place.value.span, message, fixes } };
  },
});

/** The JSON of a body that should show what it looks like. Errors look alike: one example says it for all. */
function exemplaryMedia(node: RequestBody | Response, scope: Scope): MediaType | undefined {
  const media = node.content.find(({ name }) => isJsonMediaType(name.value));
  return media?.schema === undefined || scope.resolve(media.schema) === undefined || isError(node) ? undefined : media;
}

function writingAll(rootUri: string): Fix {
  return { title: 'Write examples from the schemas', safety: 'review', changes: { rootUri, make: writeExamples } };
}

function writeExamples(survey: Survey): readonly [TreeChange, ...TreeChange[]] {
  const [first, ...others] = survey.gathered(missingExamples).map(({ value }) => value);
  // No schema tells enough.
  if (first === undefined) throw new NotUnderstood();
  return [first, ...others];
}

/** What writes an example of each body that has none and whose schema tells one that fits. */
const missingExamples: Collector<TreeChange> = {
  on: ['openapi.request-body', 'openapi.response'],
  isClosed: ({ kind }) => kind === 'openapi.schema',
  *gather(node, scope) {
    if (node.kind !== 'openapi.request-body' && node.kind !== 'openapi.response') return;
    const media = exemplaryMedia(node, scope);
    if (media?.schema === undefined || hasExample(media, scope)) return;
    const value = exampleValue(media.schema, scope);
    if (value !== undefined) yield writeExample(node, media, value);
  },
};

/** How many bodies have an example. */
function coverage(have: number, all: number): string {
  if (have > 0)
    return `${have} of ${all} JSON bodies with a schema, errors aside, ${have === 1 ? 'has' : 'have'} an example.`;
  if (all === 1) return 'The one JSON body of this API with a schema, errors aside, has no example.';
  return `None of the ${all} JSON bodies with a schema, errors aside, has an example.`;
}

type ExampleFact = Keyed & (BodyFact | { readonly kind: 'document'; readonly span: Span; readonly rootUri: string });

interface BodyFact {
  readonly kind: 'body';
  readonly span: Span;
  /** True where an example is missing. */
  readonly isBare: boolean;
}

function isError({ kind, location }: RequestBody | Response): boolean {
  return kind === 'openapi.response' && !/^2(?:\d\d|xx)$/i.test(location.key);
}
