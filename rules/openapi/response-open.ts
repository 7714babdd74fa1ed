import type { Schema } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Fix, globalRule, type Keyed } from '#core/rule.ts';
import { capitalised } from '#core/text/casing.ts';
import type { Section } from '#core/text/section.ts';
import type { Span } from '#core/text/span.ts';
import { findEntry } from '#core/tree/tree.ts';
import { versioning } from '#rules/checklist.ts';
import { ownerTitle } from '#rules/detectors/openapi/owner-title.ts';
import { isWrittenInPlace } from '#rules/detectors/openapi/written-in-place.ts';
import { zalando } from '#rules/sources.ts';

export const responseOpen = globalRule({
  id: 'openapi/response-open',
  summary: 'Leave responses open for new fields.',
  why: 'Clients that validate what they get refuse the first response with a new field, which is the most common compatible change there is.',
  item: versioning,
  references: [zalando(111)],
  severity: 'warning',
  recommended: false,
  examples: [
    {
      title: 'A response that takes no more',
      bad: `openapi: 3.1.0
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
    Order:
      type: object
      «additionalProperties»: false
      properties:
        id: { type: string }
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
    Order:
      type: object
      properties:
        id: { type: string }
`,
    },
  ],
  on: ['openapi.schema'],
  having: ['additionalProperties'],
  needs: ['usage'],
  *gather(schema): Iterable<Draft> {
    // An object without any property stays empty.
    if (schema.additionalProperties === false && schema.properties.length > 0) yield { key: 'closed', schema };
  },
  complete({ key, schema }, { usage }): Fact | undefined {
    const { inRequest, inResponse } = usage(schema);
    const entry = findEntry(schema.tree, 'additionalProperties');
    if (!inResponse || entry === undefined) return undefined;
    const { section } = schema;
    const isWritable = !inRequest && isWrittenInPlace(schema, 'additionalProperties');
    const pointer = isWritable ? [...pointerOf(schema.location), 'additionalProperties'] : undefined;
    return { key, section, span: entry.key.span, title: ownerTitle(schema.location), pointer };
  },
  *compare(facts) {
    for (const { section, value } of facts) {
      const { span, title, pointer, section: own = section } = value;
      const thing =
        title === undefined ? 'this response' : /^[A-Z/]/.test(title) ? `the response of ${title}` : `the ${title}`;
      const subject = capitalised(thing);
      const fixes: readonly Fix[] =
        pointer === undefined
          ? []
          : [
              {
                title: `Let ${thing} have further properties`,
                safety: 'review',
                changes: [{ kind: 'remove', uri: own.uri, pointer }],
              },
            ];
      yield {
        section: own,
        value: {
          span,
          message: `${subject} takes no further properties. A new field breaks clients that validate what they get: leave it open.`,
          fixes,
          cause: {
            key: 'closed',
            message: (count: number) => `${count} schemas of responses take no further properties. Leave them open.`,
          },
        },
      };
    }
  },
});

interface Draft extends Keyed {
  readonly schema: Schema;
}

interface Fact extends Keyed {
  readonly section: Section;
  readonly span: Span;
  readonly title: string | undefined;
  /** To the keyword; undefined where requests are closed with it, too. */
  readonly pointer: readonly string[] | undefined;
}
