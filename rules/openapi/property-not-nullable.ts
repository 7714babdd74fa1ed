import type { Schema } from '#core/openapi/model.ts';
import { type Cause, globalRule, type Keyed } from '#core/rule.ts';
import type { Span } from '#core/text/span.ts';
import { findBoolean, findValue, type TreeNode } from '#core/tree/tree.ts';
import { documentationFormats } from '#rules/checklist.ts';
import { quotedList } from '#rules/quoted-list.ts';
import { schemaTitle } from '#rules/schema-name.ts';
import { zalando } from '#rules/sources.ts';

export const propertyNotNullable = globalRule({
  id: 'openapi/property-not-nullable',
  summary: 'Leave a property out instead of returning null.',
  why: 'Where both null and absence occur clients have to handle two ways of saying nothing. Null has a meaning of its own only in a merge patch, where it removes.',
  item: documentationFormats,
  references: [zalando(123)],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'Null in a response',
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
                  «note»: { type: [string, 'null'] }
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
                  note: { type: string }
`,
    },
  ],
  on: ['openapi.schema'],
  having: ['properties'],
  needs: ['usage'],
  *gather(schema): Iterable<Draft> {
    const names = schema.properties.flatMap(({ name, schema: property }) => (takesNull(property.tree) ? [name] : []));
    const [first] = names;
    if (first === undefined) return;
    yield { key: 'null', schema, names: names.map(({ value }) => value), span: first.span };
  },
  complete({ key, schema, names, span }, { usage }): Fact | undefined {
    // What is sent may be a patch.
    const { inRequest, inResponse } = usage(schema);
    if (!inResponse || inRequest) return undefined;
    return { key, names, of: schemaTitle(schema), span, section: schema.section };
  },
  *compare(facts) {
    for (const { section, value } of facts) {
      const { names, of, span } = value;
      const message = `${quotedList(names)} of ${of} may be null in responses. Leave out what has no value.`;
      yield { section, value: { span, message, cause } };
    }
  },
});

interface Draft extends Keyed {
  readonly schema: Schema;
  /** Of the properties. */
  readonly names: readonly string[];
  readonly span: Span;
}

interface Fact extends Keyed {
  readonly names: readonly string[];
  /** The schema. */
  readonly of: string;
  readonly span: Span;
}

const cause: Cause = {
  key: 'null',
  message: (count) => `Properties of ${count} schemas may be null in responses. Leave out what has no value.`,
};

function takesNull(tree: TreeNode): boolean {
  const type = findValue(tree, 'type');
  if (type === undefined) return false;
  if (type.kind === 'list') return type.items.some((item) => item.kind === 'scalar' && String(item.value) === 'null');
  return [findBoolean(tree, 'nullable'), findBoolean(tree, 'x-nullable')].some((flag) => flag?.value === true);
}
