import type { Schema } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Finding, type Fix, localRule } from '#core/rule.ts';
import { findEntry, itemsOf } from '#core/tree/tree.ts';
import { validity } from '#rules/checklist.ts';
import { type Overlap, overlapOf } from '#rules/detectors/openapi/one-of-overlap.ts';
import { spokenType } from '#rules/detectors/openapi/schema-types.ts';
import { schemaTitle } from '#rules/schema-name.ts';
import { jsonSchemaCore } from '#rules/sources.ts';

export const oneOfDistinguishable = localRule({
  id: 'openapi/one-of-distinguishable',
  summary: 'Let no branch of `oneOf` accept all that another one accepts.',
  why: '`oneOf` wants exactly one branch to match. Where every integer is a number too, both match, and validators refuse it.',
  item: validity,
  references: [jsonSchemaCore('10.2.1.3')],
  severity: 'info',
  recommended: true,
  examples: [
    {
      title: 'An integer is a number',
      bad: `openapi: 3.1.0
components:
  schemas:
    Amount:
      «oneOf»:
        - type: integer
        - type: number
        - type: string
`,
      good: `openapi: 3.1.0
components:
  schemas:
    Amount:
      anyOf:
        - type: integer
        - type: number
        - type: string
`,
    },
    {
      title: 'A branch that stands twice',
      bad: `openapi: 3.0.3
components:
  schemas:
    Pet:
      oneOf:
        - $ref: '#/components/schemas/Cat'
        - $ref: '#/components/schemas/Dog'
        - $ref: «'#/components/schemas/Cat'»
    Cat: { type: object }
    Dog: { type: object }
`,
      good: `openapi: 3.0.3
components:
  schemas:
    Pet:
      oneOf:
        - $ref: '#/components/schemas/Cat'
        - $ref: '#/components/schemas/Dog'
    Cat: { type: object }
    Dog: { type: object }
`,
    },
  ],
  on: ['openapi.schema'],
  having: ['oneOf'],
  check(schema, scope) {
    // 2.0 knows no `oneOf`.
    if (schema.oneOf.length < 2 || schema.context.version === '2.0') return none;
    const overlap = overlapOf(schema, scope);
    return overlap === undefined ? none : [overlapping(schema, overlap)];
  },
});

const none: readonly Finding[] = [];

function overlapping(schema: Schema, { index, isSame, type }: Overlap): Finding {
  const oneOf = findEntry(schema.tree, 'oneOf');
  const span = oneOf?.key.span ?? schema.anchor;
  if (!isSame) {
    const message = `Two branches of ${schemaTitle(schema)} accept the same values: ${spokenType([type])} may match both, and must match one.`;
    return { span, message, fixes: oneOf?.merged === undefined ? [sayAnyOf(schema)] : [] };
  }
  const second = itemsOf(oneOf?.value)[index];
  const branch = schema.oneOf[index];
  const message = `The “oneOf” of ${schemaTitle(schema)} lists a branch twice: what matches it matches two.`;
  return { span: branch?.anchor ?? second?.span ?? span, message, fixes: [removal(schema, index)] };
}

function sayAnyOf({ section, location }: Schema): Fix {
  const change = {
    kind: 'rename',
    uri: section.uri,
    pointer: [...pointerOf(location), 'oneOf'],
    name: 'anyOf',
  } as const;
  return { title: 'Write “anyOf” instead', safety: 'review', changes: [change] };
}

function removal({ section, location }: Schema, index: number): Fix {
  const pointer = [...pointerOf(location), 'oneOf', String(index)];
  return {
    title: 'Remove the second branch of the two',
    safety: 'review',
    changes: [{ kind: 'remove', uri: section.uri, pointer }],
  };
}
