import { isJsonMediaType } from '#core/openapi/effective/media-type-name.ts';
import type { MediaType, RequestBody, Response } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Finding, type Fix, localRule } from '#core/rule.ts';
import { documentationFormats } from '#rules/checklist.ts';
import { answersPlainly } from '#rules/detectors/openapi/answers-plainly.ts';
import { bodyOwner } from '#rules/detectors/openapi/body-owner.ts';
import { lacksSchema } from '#rules/detectors/openapi/lacks-schema.ts';
import { exampleSchema } from '#rules/fixes/openapi/example-schema.ts';
import { openApi } from '#rules/sources.ts';

export const bodySchemaDeclared = localRule({
  id: 'openapi/body-schema-declared',
  summary: 'Give every JSON body a schema.',
  why: 'Without a schema nobody can tell what to send or what comes back: generated clients get an untyped value, and nothing can be validated or compared.',
  item: documentationFormats,
  references: [openApi('Media Type Object', 'media-type-object')],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'A media type that says nothing',
      bad: `openapi: 3.1.0
paths:
  /orders/{id}:
    get:
      responses:
        '200':
          description: The order.
          content:
            «application/json»: {}
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
              schema: { $ref: '#/components/schemas/Order' }
components:
  schemas:
    Order: { type: object }
`,
    },
    {
      title: 'An example in place of a schema',
      bad: `openapi: 3.0.3
paths:
  /orders:
    post:
      requestBody:
        content:
          «application/json»:
            example:
              product: 4711
              note: null
              tags: [gift]
      responses:
        '201': { description: The order is placed. }
`,
      good: `openapi: 3.0.3
paths:
  /orders:
    post:
      requestBody:
        content:
          application/json:
            schema:
              type: object
              properties:
                product:
                  type: integer
                note: {}
                tags:
                  type: array
                  items:
                    type: string
            example:
              product: 4711
              note: null
              tags: [gift]
      responses:
        '201': { description: The order is placed. }
`,
    },
  ],
  on: ['openapi.request-body', 'openapi.response'],
  *check(body) {
    if (withoutBody.has(body.location.key)) return;
    // 2.0: the media types share one schema, so the first JSON one speaks for all.
    const all = body.content.filter(({ name }) => isJsonMediaType(name.value));
    for (const media of body.context.version === '2.0' ? all.slice(0, 1) : all) yield* missingSchema(media, body);
  },
});

/** Statuses that have no body at all, which is another rule's matter. */
const withoutBody = new Set(['204', '205', '304']);

function* missingSchema(media: MediaType, body: RequestBody | Response): Iterable<Finding> {
  const { schema, name } = media;
  if (!lacksSchema(media, body) || (schema !== undefined && isPlainAnswer(body))) return;
  const direction = body.kind === 'openapi.request-body' ? 'request' : 'response';
  const fix = writeSchema(media, `${name.value} ${direction} body`);
  yield {
    span: name.span,
    message: `The ${name.value} ${direction} body${bodyOwner(body)} has ${schema === undefined ? 'no schema' : 'an empty schema'}.`,
    ...(fix && { fixes: [fix] }),
    // What a generator does not know of one body it does not know of any.
    cause: {
      key: `${direction} ${schema === undefined}`,
      message: (count) =>
        `${count} JSON ${direction} bodies have ${schema === undefined ? 'no schema' : 'an empty schema'}.`,
      fixTitle: (count) => `Describe ${count} ${direction} bodies by schemas made from their examples`,
    },
  };
}

/** Below a path that answers no JSON an empty schema is all that a generator knows. */
function isPlainAnswer({ kind, location }: RequestBody | Response): boolean {
  const [group, path = ''] = pointerOf(location);
  return kind === 'openapi.response' && group === 'paths' && answersPlainly(path);
}

/** A schema made from the example; undefined without one, where only a person knows what the body is. */
function writeSchema(media: MediaType, what: string): Fix | undefined {
  const value = exampleSchema(media.tree);
  if (value === undefined) return undefined;
  const { uri } = media.section;
  const location = pointerOf(media.location);
  const pointer = media.context.version === '2.0' ? location : [...location, 'schema'];
  return {
    title: `Describe the ${what} by a schema made from its example`,
    safety: 'review',
    changes: [{ kind: 'set', uri, pointer, value, before: ['example', 'examples'] }],
  };
}
