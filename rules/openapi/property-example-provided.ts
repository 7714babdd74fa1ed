import type { OrReference, Schema } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Cause, type Fix, localRule, type Scope } from '#core/rule.ts';
import type { TreeChange } from '#core/tree/change.ts';
import { findEntry } from '#core/tree/tree.ts';
import { documentationFormats } from '#rules/checklist.ts';
import { isExemplified } from '#rules/detectors/openapi/body-example.ts';
import { tellsValues } from '#rules/detectors/openapi/tells-values.ts';
import { exampleValue } from '#rules/fixes/openapi/example-value.ts';
import { quotedList } from '#rules/quoted-list.ts';
import { schemaTitle } from '#rules/schema-name.ts';
import { openApi } from '#rules/sources.ts';

export const propertyExampleProvided = localRule({
  id: 'openapi/property-example-provided',
  summary: 'Give required properties of one value an example.',
  why: 'Documentation and mock servers build whole bodies from the examples of properties: “string” in each of them shows nothing.',
  item: documentationFormats,
  references: [openApi('Schema Object', 'schema-object')],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'A date and a name',
      bad: `openapi: 3.0.3
components:
  schemas:
    Customer:
      type: object
      required: [joined]
      properties:
        «joined»: { type: string, format: date }
        note: { type: string }
`,
      good: `openapi: 3.0.3
components:
  schemas:
    Customer:
      type: object
      required: [joined]
      properties:
        joined: { type: string, format: date, example: '2026-01-31' }
        note: { type: string }
`,
    },
  ],
  on: ['openapi.schema'],
  having: ['required'],
  *check(schema, scope) {
    if (findEntry(schema.tree, 'example') !== undefined || findEntry(schema.tree, 'examples') !== undefined) return;
    const required = new Set(schema.required.map(({ value }) => value));
    const bare = schema.properties.filter(({ name, schema: value }) => required.has(name.value) && isBare(value));
    const [first] = bare;
    if (first === undefined) return;
    const names = quotedList(bare.map(({ name }) => name.value));
    const message = `${names} of ${schemaTitle(schema)} ${bare.length === 1 ? 'has' : 'have'} no example. Show one value.`;
    yield {
      span: first.name.span,
      message,
      fixes: show(
        bare.map(({ schema: value }) => value),
        keywordIn(schema),
        scope,
      ),
      cause,
    };
  },
});

const scalars = new Set(['string', 'number', 'integer']);

function isBare(schema: OrReference<Schema>): boolean {
  if (schema.kind !== 'openapi.schema' || isExemplified(schema)) return false;
  return findEntry(schema.tree, 'default') === undefined && schema.types.some((type) => scalars.has(type));
}

type ExampleKeyword = 'example' | 'examples';

/** From 3.1 on a list, but where other properties beside these show one value, as up to 3.0. */
function keywordIn({ context, properties }: Schema): ExampleKeyword {
  if (context.version !== '3.1' && context.version !== '3.2') return 'example';
  const has = (keyword: ExampleKeyword) =>
    properties.some(({ schema }) => schema.kind === 'openapi.schema' && findEntry(schema.tree, keyword) !== undefined);
  return has('example') && !has('examples') ? 'example' : 'examples';
}

/** Only where the formats of all of them tell what a value looks like. */
function show(schemas: readonly OrReference<Schema>[], keyword: ExampleKeyword, scope: Scope): readonly Fix[] {
  const changes = schemas.map((schema) => exampleOf(schema, keyword, scope));
  const [first, ...others] = changes.filter((change) => change !== undefined);
  if (first === undefined || 1 + others.length < changes.length) return [];
  const title =
    others.length === 0 ? 'Write an example from the format' : `Write ${changes.length} examples from the formats`;
  return [{ title, safety: 'review', changes: [first, ...others] }];
}

function exampleOf(schema: OrReference<Schema>, keyword: ExampleKeyword, scope: Scope): TreeChange | undefined {
  if (schema.kind !== 'openapi.schema' || schema.format === undefined || !tellsValues(schema, scope)) return undefined;
  const value = exampleValue(schema, scope);
  if (value === undefined || value === 'string') return undefined;
  const pointer = [...pointerOf(schema.location), keyword];
  return { kind: 'set', uri: schema.section.uri, pointer, value: keyword === 'examples' ? [value] : value };
}

const cause: Cause = {
  key: 'bare',
  message: (count) => `Required properties of ${count} schemas have no example. Show one value of each.`,
  fixTitle: (count) => `Write examples from their formats in ${count} schemas`,
};
