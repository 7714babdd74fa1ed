import type { Schema } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Finding, localRule } from '#core/rule.ts';
import { entriesOf, findEntry } from '#core/tree/tree.ts';
import { validity } from '#rules/checklist.ts';
import { enclosingSchema } from '#rules/detectors/openapi/enclosing-schema.ts';
import { mayMean } from '#rules/detectors/openapi/may-mean.ts';
import { soleType } from '#rules/detectors/openapi/schema-types.ts';
import { schemaName } from '#rules/schema-name.ts';
import { olderOpenApi } from '#rules/sources.ts';

export const schemaArrayItems = localRule({
  id: 'openapi/schema-array-items',
  summary: 'Describe the items of every array.',
  why: 'Before 3.1 an array without `items` is invalid: generators stop at it, and nobody learns what the list holds.',
  item: validity,
  references: [
    olderOpenApi('3.0.4', 'Schema Object', 'schema-object'),
    olderOpenApi('2.0', 'Parameter Object', 'parameter-object'),
  ],
  severity: 'error',
  recommended: true,
  examples: [
    {
      title: 'A list of nobody knows what',
      bad: `openapi: 3.0.3
components:
  schemas:
    Tags:
      type: «array»
`,
      good: `openapi: 3.0.3
components:
  schemas:
    Tags:
      type: array
      items: {}
`,
    },
  ],
  on: ['openapi.schema'],
  having: ['type'],
  check: (schema) => (needsItems(schema) ? [withoutItems(schema)] : none),
});

const none: readonly Finding[] = [];

function needsItems(schema: Schema): boolean {
  const { context, tree } = schema;
  if (context.version !== '3.0' && context.version !== '2.0') return false;
  if (soleType(schema) !== 'array' || findEntry(tree, 'items') !== undefined || hasElsewhere(schema)) return false;
  return context.version === '3.0' || isSimple(schema);
}

/** What a schema consists of may tell of the items; a misspelt key is another fault. */
function hasElsewhere({ allOf, anyOf, oneOf, role, tree, location }: Schema): boolean {
  if (allOf.length + anyOf.length + oneOf.length > 0) return true;
  if (role === 'branch') {
    const outer = enclosingSchema(location);
    if (outer === undefined || outer.keyword === 'allOf' || findEntry(outer.tree, 'items') !== undefined) return true;
  }
  return entriesOf(tree).some(({ key }) => mayMean(key.value, 'items'));
}

/** 2.0 demands items of parameters and headers, and of the items of these; of schemas it does not. */
function isSimple({ location }: Schema): boolean {
  const keys = pointerOf(location);
  let last = keys.length - 1;
  while (keys[last] === 'items') last--;
  return keys[last - 1] === 'parameters' || keys[last - 1] === 'headers';
}

function withoutItems(schema: Schema): Finding {
  const { section, location, tree } = schema;
  const name = schemaName(schema);
  const pointer = [...pointerOf(location), 'items'];
  // The items of a parameter of 2.0 need a type.
  const isTyped = schema.context.version === '2.0';
  const value = isTyped ? { type: 'string' } : {};
  const change = { kind: 'set', uri: section.uri, pointer, value, after: ['type'] } as const;
  return {
    span: findEntry(tree, 'type')?.value?.span ?? schema.anchor,
    message: `${name === undefined ? 'This array' : `The array “${name}”`} does not say what its items are.`,
    fixes: [
      {
        title: isTyped ? 'Describe the items as strings' : 'Allow items of any kind',
        safety: 'review',
        changes: [change],
      },
    ],
  };
}
