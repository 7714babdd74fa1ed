import type { Schema } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Cause, type Finding, type Fix, localRule } from '#core/rule.ts';
import type { TreeChange } from '#core/tree/change.ts';
import { findEntry, findValue } from '#core/tree/tree.ts';
import { fieldTypes } from '#rules/checklist.ts';
import { namedTitle, schemaInPlace } from '#rules/detectors/openapi/schema-named.ts';
import { soleType } from '#rules/detectors/openapi/schema-types.ts';
import { isWrittenInPlace } from '#rules/detectors/openapi/written-in-place.ts';
import { zalando } from '#rules/sources.ts';

export const booleanNotNullable = localRule({
  id: 'openapi/boolean-not-nullable',
  summary: 'Let a boolean be true or false.',
  why: 'What null means beside true and false stands nowhere: most languages take it for false, some for an error. An enum says what the third value is.',
  item: fieldTypes,
  references: [zalando(122)],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'A flag with three values',
      bad: `openapi: 3.1.0
components:
  schemas:
    Order:
      type: object
      properties:
        «isPaid»:
          type: [boolean, 'null']
`,
      good: `openapi: 3.1.0
components:
  schemas:
    Order:
      type: object
      properties:
        isPaid:
          type: boolean
`,
    },
    {
      title: 'In 3.0',
      bad: `{
  "openapi": "3.0.3",
  "components": {
    "schemas": {
      "Order": { "type": "object", "properties": { «"isPaid"»: { "type": "boolean", "nullable": true } } }
    }
  }
}
`,
      good: `{
  "openapi": "3.0.3",
  "components": {
    "schemas": {
      "Order": { "type": "object", "properties": { "isPaid": { "type": "boolean" } } }
    }
  }
}
`,
    },
  ],
  on: ['openapi.schema'],
  having: ['type'],
  check(schema) {
    if (soleType(schema) !== 'boolean' || !schema.types.includes('null') || schema.enum !== undefined) return none;
    if (schemaInPlace(schema) === undefined || saysThird.test(schema.description?.value ?? '')) return none;
    return [
      {
        span: schema.anchor,
        message: `${namedTitle(schema)} is a boolean that may be null. Say what null means, or use an enum with a third value.`,
        fixes: withoutNull(schema, schema.name?.value ?? ''),
        cause: nullable,
      },
    ];
  },
});

const none: readonly Finding[] = [];

/** A text that speaks of a third state. */
const saysThird =
  /\b(?:null|unknown|unset|undefined|undecided|not (?:set|known|given|provided|applicable)|absent|omitted|inherit(?:s|ed)?|otherwise|default)\b/i;

function withoutNull(schema: Schema, name: string): readonly Fix[] {
  const { section, location, tree } = schema;
  const isShown = ['default', 'example', 'examples'].some((key) => findEntry(tree, key) !== undefined);
  if (isShown || !isWrittenInPlace(schema, 'type')) return [];
  const pointer = pointerOf(location);
  const { uri } = section;
  const keys = ['nullable', 'x-nullable'].filter((key) => findEntry(tree, key) !== undefined);
  const removals = keys.map((key): TreeChange => ({ kind: 'remove', uri, pointer: [...pointer, key] }));
  const isListed = findValue(tree, 'type')?.kind === 'list';
  const type: TreeChange = { kind: 'set', uri, pointer: [...pointer, 'type'], value: 'boolean' };
  const [first, ...rest] = isListed ? [type, ...removals] : removals;
  return first === undefined
    ? []
    : [{ title: `Let “${name}” be true or false`, safety: 'review', changes: [first, ...rest] }];
}

const nullable: Cause = {
  key: 'nullable',
  message: (count) => `${count} booleans may be null. Say what null means, or use an enum with a third value.`,
};
