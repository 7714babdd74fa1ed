import type { Schema } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Cause, type Finding, type Fix, localRule } from '#core/rule.ts';
import type { Located } from '#core/text/span.ts';
import { entriesOf, findString, findValue } from '#core/tree/tree.ts';
import { validity } from '#rules/checklist.ts';
import { type PatternFault, patternFault } from '#rules/detectors/openapi/pattern-fault.ts';
import { schemaTitle } from '#rules/schema-name.ts';
import { jsonSchema, openApi } from '#rules/sources.ts';

export const schemaPatternValid = localRule({
  id: 'openapi/schema-pattern-valid',
  summary: 'Write patterns as ECMA-262 does.',
  why: 'Patterns are read by the dialect of ECMA-262. One that it does not know stops validators and generators, or matches nothing that was meant.',
  item: validity,
  references: [openApi('Data Types', 'data-types'), jsonSchema('6.3.3')],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'A bracket without its partner',
      bad: `openapi: 3.1.0
components:
  schemas:
    Sku:
      type: string
      pattern: «'^([A-Z]{3}-\\d+$'»
`,
      good: `openapi: 3.1.0
components:
  schemas:
    Sku:
      type: string
      pattern: '^([A-Z]{3})-\\d+$'
`,
    },
    {
      title: 'Slashes around it',
      bad: `openapi: 3.0.3
components:
  schemas:
    Sku:
      type: string
      pattern: «/^[A-Z]{3}$/»
`,
      good: `openapi: 3.0.3
components:
  schemas:
    Sku:
      type: string
      pattern: ^[A-Z]{3}$
`,
    },
  ],
  on: ['openapi.schema'],
  having: ['pattern', 'patternProperties'],
  check(schema) {
    const pattern = findString(schema.tree, 'pattern');
    // Before 3.1 this is no keyword.
    const isKnown = schema.context.version === '3.1' || schema.context.version === '3.2';
    const named = isKnown ? findValue(schema.tree, 'patternProperties') : undefined;
    if (pattern === undefined && named === undefined) return none;
    const keys = entriesOf(named).map(({ key }) => key);
    return [
      ...faultsOf(schema, pattern, `The pattern of ${schemaTitle(schema)}`, setPattern),
      ...keys.flatMap((key) => faultsOf(schema, key, `The key of “patternProperties”`, renameKey)),
    ];
  },
});

const none: readonly Finding[] = [];

type Mend = (schema: Schema, from: string, to: string, title: string) => Fix;

function faultsOf(
  schema: Schema,
  pattern: Located<string> | undefined,
  subject: string,
  mend: Mend,
): readonly Finding[] {
  const fault = pattern && patternFault(pattern.value);
  if (pattern === undefined || fault === undefined) return none;
  const message = `${subject} ${fault.fault}.`;
  return [
    {
      span: pattern.span,
      message,
      fixes: fixesOf(schema, pattern.value, fault, mend),
      cause: causeOf(pattern.value, fault),
    },
  ];
}

function fixesOf(schema: Schema, pattern: string, { meant, title }: PatternFault, mend: Mend): readonly Fix[] {
  return meant === undefined || title === undefined ? [] : [mend(schema, pattern, meant, title)];
}

function causeOf(pattern: string, { fault, title }: PatternFault): Cause {
  return {
    key: pattern,
    message: (count) => `${count} schemas have the same pattern, which ${fault}.`,
    ...(title !== undefined && { fixTitle: (count: number) => `${title} in ${count} schemas` }),
  };
}

function setPattern({ section, location }: Schema, _from: string, value: string, title: string): Fix {
  const change = { kind: 'set', uri: section.uri, pointer: [...pointerOf(location), 'pattern'], value } as const;
  return { title, safety: 'review', changes: [change] };
}

function renameKey({ section, location }: Schema, from: string, name: string, title: string): Fix {
  const pointer = [...pointerOf(location), 'patternProperties', from];
  return { title, safety: 'review', changes: [{ kind: 'rename', uri: section.uri, pointer, name }] };
}
