import type { Schema } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Fix, globalRule, type Keyed } from '#core/rule.ts';
import type { Section } from '#core/text/section.ts';
import type { Span } from '#core/text/span.ts';
import { findEntry, findValue } from '#core/tree/tree.ts';
import { versioning } from '#rules/checklist.ts';
import { ownerTitle } from '#rules/detectors/openapi/owner-title.ts';
import { soleType } from '#rules/detectors/openapi/schema-types.ts';
import { isWrittenInPlace } from '#rules/detectors/openapi/written-in-place.ts';
import { schemaName } from '#rules/schema-name.ts';
import { azure, zalando } from '#rules/sources.ts';

export const responseEnumExtensible = globalRule({
  id: 'openapi/response-enum-extensible',
  summary: 'Mark enumerations in responses that may get further values.',
  why: 'Generated clients fail on a value that their enumeration does not have: the day a new status is added, all old clients break.',
  item: versioning,
  references: [zalando(112), azure('json-use-extensible-enums')],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'A status that will not stay as it is',
      bad: `openapi: 3.1.0
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
                  status:
                    type: string
                    «enum»: [open, paid, sent]
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
                  status:
                    type: string
                    x-extensible-enum: [open, paid, sent]
`,
    },
  ],
  on: ['openapi.schema'],
  having: ['enum'],
  needs: ['usage'],
  *gather(schema): Iterable<Draft> {
    const values = schema.enum ?? [];
    const texts = values.flatMap(({ value }) => (typeof value === 'string' ? [value] : []));
    // One or two values are a constant or a switch, and codes are listed elsewhere.
    if (soleType(schema) !== 'string' || texts.length < 3 || texts.every((text) => text.length < 4)) return;
    if (isMarked(schema) || /^(?:type|kind|object)$/i.test(schemaName(schema) ?? '')) return;
    yield { key: 'enums', schema };
  },
  complete({ key, schema }, { usage }): Fact | undefined {
    const { inRequest, inResponse } = usage(schema);
    const entry = findEntry(schema.tree, 'enum');
    if (!inResponse || inRequest || entry === undefined) return undefined;
    const name = schemaName(schema);
    const owner = ownerTitle(schema.location);
    const title = name === undefined ? (owner ?? 'this list') : `“${name}”`;
    const pointer = isWrittenInPlace(schema, 'enum') ? [...pointerOf(schema.location), 'enum'] : undefined;
    return { key, section: schema.section, span: entry.key.span, title, pointer };
  },
  *compare(facts) {
    for (const { value } of facts) {
      const { section, span, title, pointer } = value;
      const fixes: readonly Fix[] =
        pointer === undefined
          ? []
          : [
              {
                title: `Make the values of ${title} extensible`,
                safety: 'review',
                changes: [{ kind: 'rename', uri: section.uri, pointer, name: 'x-extensible-enum' }],
              },
            ];
      yield {
        section,
        value: {
          span,
          message: `The values of ${title} in responses are closed. Mark them by \`x-extensible-enum\` if there may be more.`,
          fixes,
          cause: {
            key: 'enums',
            message: (count: number) =>
              `${count} enumerations in responses are closed. Mark those that may get more values.`,
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
  readonly title: string;
  /** To the keyword; undefined where it cannot be renamed in place. */
  readonly pointer: readonly string[] | undefined;
}

/** `x-extensible-enum`, `x-ms-enum: { modelAsString: true }`, or a branch that takes any string. */
function isMarked({ tree, location }: Schema): boolean {
  const msEnum = findValue(findValue(tree, 'x-ms-enum'), 'modelAsString');
  const isOpen = msEnum?.kind === 'scalar' && msEnum.value === true;
  return (
    isOpen || findEntry(tree, 'x-extensible-enum') !== undefined || /^(?:anyOf|oneOf)$/.test(location.parent?.key ?? '')
  );
}
