import type { OrReference, Schema } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Cause, type Fix, localRule } from '#core/rule.ts';
import { findEntry, findValue, itemsOf, type TreeNode } from '#core/tree/tree.ts';
import { documentationFormats } from '#rules/checklist.ts';
import { quotedList } from '#rules/quoted-list.ts';
import { schemaTitle } from '#rules/schema-name.ts';
import { jsonSchema } from '#rules/sources.ts';

export const requiredStringNotEmpty = localRule({
  id: 'openapi/required-string-not-empty',
  summary: 'Say how short a required text may be.',
  why: 'To require a text means little while the empty one will do: `minLength` says so, and spares each server a check of its own.',
  item: documentationFormats,
  references: [jsonSchema('6.3.2')],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'A required name that may be empty',
      bad: `openapi: 3.1.0
components:
  schemas:
    Customer:
      type: object
      required: [name, joined]
      properties:
        «name»: { type: string }
        joined: { type: string, format: date }
`,
      good: `openapi: 3.1.0
components:
  schemas:
    Customer:
      type: object
      required: [name, joined]
      properties:
        name: { type: string, minLength: 1 }
        joined: { type: string, format: date }
`,
    },
  ],
  on: ['openapi.schema'],
  having: ['required'],
  *check(schema) {
    const required = new Set(schema.required.map(({ value }) => value));
    const loose = schema.properties.filter(({ name, schema: value }) => required.has(name.value) && mayBeEmpty(value));
    const [first] = loose;
    if (first === undefined) return;
    const names = quotedList(loose.map(({ name }) => name.value));
    const message = `${names} of ${schemaTitle(schema)} ${loose.length === 1 ? 'is' : 'are'} required, and may be empty. Set minLength.`;
    yield { span: first.name.span, message, fixes: setLengths(loose.map(({ schema: value }) => value)), cause };
  },
});

const telling = ['minLength', 'format', 'pattern', 'enum', 'const', 'contentEncoding', 'contentMediaType'];

function mayBeEmpty(schema: OrReference<Schema>): boolean {
  if (schema.kind !== 'openapi.schema' || schema.readOnly || !schema.types.includes('string')) return false;
  const { tree, types } = schema;
  return types.length === 1 && telling.every((keyword) => findEntry(tree, keyword) === undefined) && !showsEmpty(tree);
}

/** What is empty by default, or in an example, is meant to be. */
function showsEmpty(tree: TreeNode): boolean {
  const shown = [findValue(tree, 'default'), findValue(tree, 'example'), ...itemsOf(findValue(tree, 'examples'))];
  return shown.some((node) => node?.kind === 'scalar' && node.value === '');
}

const cause: Cause = {
  key: 'empty',
  message: (count) => `Required texts of ${count} schemas may be empty. Set minLength.`,
  fixTitle: (count) => `Set minLength in ${count} schemas`,
};

function setLengths(schemas: readonly OrReference<Schema>[]): readonly Fix[] {
  const [first, ...others] = schemas.map(({ section, location }) => {
    const pointer = [...pointerOf(location), 'minLength'];
    return { kind: 'set', uri: section.uri, pointer, value: 1, before: ['maxLength'], after: ['type'] } as const;
  });
  if (first === undefined) return [];
  const title = others.length === 0 ? 'Set minLength to 1' : `Set minLength of ${schemas.length} properties to 1`;
  return [{ title, safety: 'review', changes: [first, ...others] }];
}
