import { isExtension } from '#core/openapi/place.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Cause, type Fix, globalRule, type InSection, type Keyed } from '#core/rule.ts';
import type { Span } from '#core/text/span.ts';
import { generatedCode } from '#rules/checklist.ts';
import { fitsStyle, inStyle, type Writing, writingOf } from '#rules/detectors/openapi/name-writing.ts';
import {
  casingOption,
  countWritings,
  reasonFor,
  saidWriting,
  type UsualStyle,
  usualStyle,
} from '#rules/detectors/openapi/usual-style.ts';
import { openApi } from '#rules/sources.ts';

export const schemaCasingConsistent = globalRule({
  id: 'openapi/schema-casing-consistent',
  summary: 'Write the names of all schemas in one casing.',
  why: 'Generators make a type of each schema and bend names into the casing of their language: names that begin alike are easier to find, and none collides with another.',
  item: generatedCode,
  references: [openApi('Components Object', 'components-object')],
  severity: 'info',
  recommended: false,
  options: {
    casing: casingOption,
    allowed: { default: [], description: 'Names that stay as they are.' },
  },
  examples: [
    {
      title: 'One schema that begins in lower case',
      bad: `openapi: 3.1.0
paths:
  /orders/{id}:
    get:
      responses:
        '200':
          description: The order.
          content:
            application/json:
              schema: { $ref: '#/components/schemas/order_line' }
components:
  schemas:
    Order: { type: object }
    Invoice: { type: object }
    Customer: { type: object }
    GiftCard: { type: object }
    TaxRate: { type: object }
    PriceList: { type: object }
    SalesChannel: { type: object }
    StockLevel: { type: object }
    Shipment: { type: object }
    «order_line»: { type: object }
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
              schema: { $ref: '#/components/schemas/OrderLine' }
components:
  schemas:
    Order: { type: object }
    Invoice: { type: object }
    Customer: { type: object }
    GiftCard: { type: object }
    TaxRate: { type: object }
    PriceList: { type: object }
    SalesChannel: { type: object }
    StockLevel: { type: object }
    Shipment: { type: object }
    OrderLine: { type: object }
`,
    },
  ],
  on: ['openapi.schema'],
  gather(schema, _scope, { allowed }): readonly Fact[] {
    const { role, name, section, location, anchor: span } = schema;
    if (role !== 'component' || name === undefined || isExtension(name.value) || allowed.includes(name.value))
      return none;
    const writing = writingOf(name.value);
    if (writing === 'unknown' || writing === 'UPPER') return none;
    return [{ key: 'schemas', name: name.value, writing, span, uri: section.uri, pointer: pointerOf(location) }];
  },
  *compare(facts, { casing }) {
    const usual = usualStyle(countWritings(facts.map(({ value }) => value)), casing);
    if (usual === undefined) return;
    const names = new Set(facts.map(({ value }) => value.name));
    for (const fact of facts) if (!fitsStyle(fact.value.writing, usual.style)) yield finding(fact, usual, names);
  },
});

const none: readonly Fact[] = [];

interface Fact extends Keyed {
  readonly name: string;
  readonly writing: Writing;
  readonly span: Span;
  readonly uri: string;
  readonly pointer: readonly string[];
}

function finding({ section, value }: InSection<Fact>, usual: UsualStyle, names: ReadonlySet<string>) {
  const { name, writing, span, uri, pointer } = value;
  const meant = inStyle(name, usual.style);
  const message = `The name of the schema “${name}” is ${saidWriting(writing)}. ${reasonFor(usual, 'schemas')}: write “${meant}”.`;
  const change = { kind: 'rename', uri, pointer, name: meant } as const;
  const fix: Fix = { title: `Rename the schema “${name}” to “${meant}”`, safety: 'review', changes: [change] };
  return { section, value: { span, message, fixes: names.has(meant) ? [] : [fix], cause: manyOf(usual) } };
}

function manyOf(usual: UsualStyle): Cause {
  return {
    key: 'casing',
    message: (count) =>
      `The names of ${count} schemas are not ${usual.style}, as ${usual.isChosen ? 'they are to be' : `${usual.alike} of ${usual.all} are`}.`,
    fixTitle: (count) => `Rename ${count} schemas to ${usual.style}`,
  };
}
