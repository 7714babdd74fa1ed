import type { Schema } from '#core/openapi/model.ts';
import { type Cause, globalRule, type Keyed } from '#core/rule.ts';
import type { Span } from '#core/text/span.ts';
import { findEntry, findString, itemsOf } from '#core/tree/tree.ts';
import { documentationFormats } from '#rules/checklist.ts';
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
  needs: ['usage'],
  *gather(schema): Iterable<Draft> {
    if (schema.role !== 'property' || schema.name === undefined || !takesNull(schema)) return;
    yield { key: 'null', schema, name: schema.name.value, span: schema.name.span };
  },
  complete({ key, schema, name, span }, { usage }): Fact | undefined {
    // What is sent may be a patch.
    const { inRequest, inResponse } = usage(schema);
    return inResponse && !inRequest ? { key, name, span, section: schema.section } : undefined;
  },
  *compare(facts) {
    for (const { section, value } of facts) {
      const message = `The property “${value.name}” may be null in responses. Leave it out where it has no value.`;
      yield { section, value: { span: value.span, message, cause } };
    }
  },
});

interface Draft extends Keyed {
  readonly schema: Schema;
  readonly name: string;
  readonly span: Span;
}

interface Fact extends Keyed {
  readonly name: string;
  readonly span: Span;
}

const cause: Cause = {
  key: 'null',
  message: (count) => `${count} properties may be null in responses. Leave them out where they have no value.`,
};

function takesNull({ tree }: Schema): boolean {
  if (findEntry(tree, 'nullable') === undefined && findEntry(tree, 'x-nullable') === undefined) {
    const type = findEntry(tree, 'type')?.value;
    return (
      type?.kind === 'list' && itemsOf(type).some((item) => item.kind === 'scalar' && String(item.value) === 'null')
    );
  }
  return (
    ['nullable', 'x-nullable'].some((key) => {
      const value = findEntry(tree, key)?.value;
      return value?.kind === 'scalar' && value.value === true;
    }) && findString(tree, 'type') !== undefined
  );
}
