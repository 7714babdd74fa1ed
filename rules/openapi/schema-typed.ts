import type { Schema } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Cause, type Finding, type Fix, localRule } from '#core/rule.ts';
import { capitalised } from '#core/text/casing.ts';
import { findEntry, type TreeNode } from '#core/tree/tree.ts';
import { documentationFormats } from '#rules/checklist.ts';
import { impliedType } from '#rules/detectors/openapi/implied-type.ts';
import { isTyped } from '#rules/detectors/openapi/schema-types.ts';
import { schemaTitle } from '#rules/schema-name.ts';
import { jsonSchema, openApi } from '#rules/sources.ts';

export const schemaTyped = localRule({
  id: 'openapi/schema-typed',
  summary: 'Give every schema a type.',
  why: 'A schema without a type takes values of any: `properties` say nothing of a number, which is valid then, and generators make untyped values of it.',
  item: documentationFormats,
  references: [jsonSchema('6.1.1'), openApi('Schema Object', 'schema-object')],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'Properties of anything',
      bad: `openapi: 3.1.0
components:
  schemas:
    «Order»:
      required: [id]
      properties:
        id: { type: string }
`,
      good: `openapi: 3.1.0
components:
  schemas:
    Order:
      type: object
      required: [id]
      properties:
        id: { type: string }
`,
    },
    {
      title: 'A format of texts',
      bad: `{
  "swagger": "2.0",
  "definitions": {
    "Order": {
      "type": "object",
      "properties": {
        «"placed"»: { "format": "date-time" }
      }
    }
  }
}
`,
      good: `{
  "swagger": "2.0",
  "definitions": {
    "Order": {
      "type": "object",
      "properties": {
        "placed": { "type": "string", "format": "date-time" }
      }
    }
  }
}
`,
    },
  ],
  on: ['openapi.schema'],
  check(schema) {
    const { tree } = schema;
    return tree.kind === 'map' && !isTyped(tree) && isAsked(schema) ? [untyped(schema)] : none;
  },
});

const none: readonly Finding[] = [];

function isAsked({ tree, role, context, description }: Schema): boolean {
  // 2.0 wants the type of a parameter as of every field it requires.
  const isField = context.version === '2.0' && (role === 'parameter' || role === 'header');
  return (
    standsAlone.has(role) &&
    !isField &&
    !saysOtherwise(tree) &&
    !/\bany\b|arbitrary|free-?form/i.test(description?.value ?? '')
  );
}

function untyped(schema: Schema): Finding {
  const type = impliedType(schema);
  const article = type !== undefined && /^[aio]/.test(type) ? 'an' : 'a';
  const remedy = type === undefined ? 'Say what it takes.' : `It seems to be ${article} ${type}.`;
  return {
    span: schema.anchor,
    message: `${capitalised(schemaTitle(schema))} has no type, so that any value is valid. ${remedy}`,
    fixes: type === undefined ? [] : [setType(schema, type)],
    cause,
  };
}

/** A branch may leave it to the schema it is part of. */
const standsAlone: ReadonlySet<Schema['role']> = new Set([
  'component',
  'property',
  'items',
  'parameter',
  'header',
  'media-type',
]);

/** These tell what values there are, or are the text of any value. */
const telling = [
  '$ref',
  '$dynamicRef',
  '$recursiveRef',
  'allOf',
  'oneOf',
  'anyOf',
  'not',
  'if',
  'enum',
  'const',
  'schema',
  'content',
];

/** Alone these only show what may be there. */
const showing: ReadonlySet<string> = new Set(['example', 'examples', 'default']);

function saysOtherwise(tree: TreeNode): boolean {
  // An empty schema means any value.
  if (tree.kind !== 'map' || tree.entries.every(({ key }) => showing.has(key.value))) return true;
  return telling.some((keyword) => findEntry(tree, keyword) !== undefined);
}

const cause: Cause = {
  key: 'untyped',
  message: (count) => `${count} schemas have no type, so that any value is valid. Say what each of them takes.`,
  fixTitle: (count) => `Give ${count} schemas the types their keywords are for`,
};

function setType({ section, location }: Schema, value: string): Fix {
  const before = [
    'format',
    'required',
    'properties',
    'items',
    'pattern',
    'minLength',
    'maxLength',
    'minimum',
    'maximum',
  ];
  const change = { kind: 'set', uri: section.uri, pointer: [...pointerOf(location), 'type'], value, before } as const;
  return { title: `Set the type to “${value}”`, safety: 'review', changes: [change] };
}
