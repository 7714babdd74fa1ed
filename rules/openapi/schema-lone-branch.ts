import { combinedSchemas } from '#core/openapi/effective/schema-properties.ts';
import type { Schema } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Cause, type Fix, localRule, type Scope } from '#core/rule.ts';
import { entriesOf, findEntry, itemsOf, type MapNode, type TreeEntry, toPlainValue } from '#core/tree/tree.ts';
import { documentationFormats } from '#rules/checklist.ts';
import { isWrittenInPlace } from '#rules/detectors/openapi/written-in-place.ts';
import { schemaTitle } from '#rules/schema-name.ts';
import { jsonSchemaCore } from '#rules/sources.ts';

export const schemaLoneBranch = localRule({
  id: 'openapi/schema-lone-branch',
  summary: 'Combine two schemas or more.',
  why: '`allOf`, `anyOf` and `oneOf` around one schema say nothing that the schema alone does not say; generators make a class or a union of it.',
  item: documentationFormats,
  references: [jsonSchemaCore('10.2.1')],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'A wrapped reference',
      bad: `openapi: 3.0.3
components:
  schemas:
    Order:
      properties:
        customer:
          «allOf»:
            - $ref: '#/components/schemas/Customer'
    Customer:
      type: object
`,
      good: `openapi: 3.0.3
components:
  schemas:
    Order:
      properties:
        customer:
          $ref: '#/components/schemas/Customer'
    Customer:
      type: object
`,
    },
    {
      title: 'One branch',
      bad: `{
  "openapi": "3.1.0",
  "components": {
    "schemas": { "Id": { "description": "An id.", «"oneOf"»: [{ "type": "string" }] } }
  }
}
`,
      good: `{
  "openapi": "3.1.0",
  "components": {
    "schemas": { "Id": { "description": "An id.", "type": "string" } }
  }
}
`,
    },
  ],
  on: ['openapi.schema'],
  having: ['allOf', 'anyOf', 'oneOf'],
  *check(schema, scope) {
    if (schema.tree.kind !== 'map') return;
    const { entries } = schema.tree;
    for (const entry of entries) {
      if (!combining.has(entry.key.value) || entry.merged) continue;
      const [only, ...others] = itemsOf(entry.value);
      if (only?.kind !== 'map' || others.length > 0 || isNeeded(schema, entry, only, scope)) continue;
      const { value: keyword, span } = entry.key;
      const fix = unwrap(schema, keyword, only);
      yield {
        span,
        message: `The “${keyword}” of ${schemaTitle(schema)} combines nothing: it has one schema. Write that alone.`,
        fixes: fix === undefined ? [] : [fix],
        cause: causeOf(keyword),
      };
    }
  },
});

const combining = new Set(['allOf', 'anyOf', 'oneOf']);

/** A reference is wrapped so that something may stand beside it; what a discriminator tells apart includes its base so. */
function isNeeded(schema: Schema, { key }: TreeEntry, only: MapNode, scope: Scope): boolean {
  const { tree, context } = schema;
  if (combinedSchemas(schema, scope).some((part) => findEntry(part.tree, 'discriminator') !== undefined)) return true;
  const isReference = findEntry(only, '$ref') !== undefined;
  const others = entriesOf(tree).filter((entry) => entry.key.value !== key.value);
  if (!isReference) return key.value === 'allOf' && others.some((entry) => !annotations.has(entry.key.value));
  // Since 3.1 the reference may have neighbours itself, and says with them what it says when it is wrapped.
  return others.length > 0 && (key.value === 'allOf' || context.version === '2.0' || context.version === '3.0');
}

const annotations = new Set([
  'title',
  'description',
  'deprecated',
  'readOnly',
  'writeOnly',
  'example',
  'examples',
  'default',
]);

/** What it holds goes where it stands; only where nothing of it is said there, too. */
function unwrap(schema: Schema, keyword: string, only: MapNode): Fix | undefined {
  const { section, location, tree } = schema;
  if (!isWrittenInPlace(schema, keyword) || only.entries.some(({ merged }) => merged)) return undefined;
  const said = new Set(entriesOf(tree).map(({ key }) => key.value));
  if (only.entries.some(({ key }) => said.has(key.value))) return undefined;
  const pointer = pointerOf(location);
  const { uri } = section;
  const [first, ...others] = only.entries.map(({ key, value }) => {
    const to = [...pointer, key.value];
    return { kind: 'set', uri, pointer: to, value: toPlainValue(value), before: [keyword] } as const;
  });
  if (first === undefined) return undefined;
  const remove = { kind: 'remove', uri, pointer: [...pointer, keyword] } as const;
  return { title: `Write the one schema of “${keyword}” alone`, safety: 'review', changes: [first, ...others, remove] };
}

function causeOf(keyword: string): Cause {
  return {
    key: keyword,
    message: (count) =>
      `${count} schemas have an “${keyword}” of one schema, which combines nothing. Write that alone.`,
    fixTitle: (count) => `Write the one schema of “${keyword}” alone in ${count} places`,
  };
}
