import type { Schema } from '#core/openapi/model.ts';
import { formatPointer } from '#core/openapi/reference/reference-target.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Cause, type Fix, globalRule, type Keyed } from '#core/rule.ts';
import type { Span } from '#core/text/span.ts';
import { entriesOf, findEntry, findValue, itemsOf } from '#core/tree/tree.ts';
import { references } from '#rules/checklist.ts';
import { contentDigest } from '#rules/detectors/openapi/content-digest.ts';
import { openApi } from '#rules/sources.ts';

export const componentDistinct = globalRule({
  id: 'openapi/component-distinct',
  summary: 'Write each schema once.',
  why: 'Of two schemas that say the same, one is changed and the other forgotten; generated clients get two types for one thing, which fit nowhere together.',
  item: references,
  references: [openApi('Components Object', 'components-object')],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'A schema that was copied',
      bad: `openapi: 3.1.0
components:
  schemas:
    Customer:
      type: object
      required: [id]
      properties:
        id: { type: string, format: uuid }
        name: { type: string }
        joined: { type: string, format: date }
    «Buyer»:
      type: object
      description: Who pays.
      required: [id]
      properties:
        id: { type: string, format: uuid }
        name: { type: string }
        joined: { type: string, format: date }
`,
      good: `openapi: 3.1.0
components:
  schemas:
    Customer:
      type: object
      required: [id]
      properties:
        id: { type: string, format: uuid }
        name: { type: string }
        joined: { type: string, format: date }
    Buyer:
      $ref: '#/components/schemas/Customer'
`,
    },
  ],
  on: ['openapi.schema'],
  having: ['properties', 'enum'],
  *gather(schema): Iterable<Fact> {
    const { role, name, section, context, location } = schema;
    if (role !== 'component' || name === undefined || section.uri !== context.rootUri || !saysEnough(schema)) return;
    const key = contentDigest(schema.tree);
    yield { key, name: name.value, span: name.span, uri: section.uri, pointer: pointerOf(location) };
  },
  *compare([first, ...others]) {
    if (first === undefined) return;
    const { name, span, pointer } = first.value;
    const target = `#${formatPointer(pointer)}`;
    for (const { section, value } of others) {
      const message = `The schema “${value.name}” says the same as “${name}”. Keep one of them.`;
      const related = [{ section: first.section, span, message: `“${name}” stands here.` }];
      yield { section, value: { span: value.span, message, related, fixes: [referTo(value, name, target)], cause } };
    }
  },
});

interface Fact extends Keyed {
  readonly name: string;
  readonly span: Span;
  readonly uri: string;
  readonly pointer: readonly string[];
}

const fewest = 3;

/** Of a few properties or values two may be alike by chance; what a discriminator tells apart has to be two. */
function saysEnough({ tree }: Schema): boolean {
  if (findEntry(tree, 'discriminator') !== undefined || findEntry(tree, 'x-prisma-model') !== undefined) return false;
  return entriesOf(findValue(tree, 'properties')).length >= fewest || itemsOf(findValue(tree, 'enum')).length > fewest;
}

const cause: Cause = {
  key: 'double',
  message: (count) => `${count} schemas say the same as others. Keep one of each.`,
  fixTitle: (count) => `Let ${count} schemas refer to those that say the same`,
};

function referTo({ uri, pointer, name }: Fact, other: string, target: string): Fix {
  const change = { kind: 'set', uri, pointer, value: { $ref: target } } as const;
  return { title: `Let “${name}” refer to “${other}”`, safety: 'review', changes: [change] };
}
