import type { Schema } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Finding, localRule } from '#core/rule.ts';
import type { Span } from '#core/text/span.ts';
import { findBoolean, findEntry, isEmptyValue } from '#core/tree/tree.ts';
import { validity } from '#rules/checklist.ts';
import { schemaName } from '#rules/schema-name.ts';
import { olderOpenApi } from '#rules/sources.ts';

export const nullableEnumHasNull = localRule({
  id: 'openapi/nullable-enum-has-null',
  summary: 'List null in the enum of a nullable schema.',
  why: '`nullable` adds null to the type, and `enum` still says which values there are. Where it does not list null, validators refuse what the description seems to allow.',
  item: validity,
  references: [olderOpenApi('3.0.4', 'Schema Object', 'schema-object')],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'An enum without null',
      bad: `openapi: 3.0.3
components:
  schemas:
    Order:
      type: object
      properties:
        colour:
          type: string
          nullable: true
          «enum»: [red, green]
`,
      good: `openapi: 3.0.3
components:
  schemas:
    Order:
      type: object
      properties:
        colour:
          type: string
          nullable: true
          enum: [red, green, null]
`,
    },
  ],
  on: ['openapi.schema'],
  having: ['enum'],
  check(schema) {
    const { context, role, tree } = schema;
    // No parameter is null in a URL or a header.
    if (context.version !== '3.0' || role === 'parameter' || role === 'header') return none;
    const list = findEntry(tree, 'enum');
    if (list?.value?.kind !== 'list' || list.merged || findBoolean(tree, 'nullable')?.value !== true) return none;
    const { items } = list.value;
    if (items.length === 0 || items.some(isEmptyValue)) return none;
    const quoted = items.findIndex((item) => item.kind === 'scalar' && item.value === 'null');
    return [quoted < 0 ? withoutNull(schema, list.key.span) : quotedNull(schema, list.key.span, quoted)];
  },
});

const none: readonly Finding[] = [];

function withoutNull(schema: Schema, span: Span): Finding {
  const name = schemaName(schema);
  const pointer = [...pointerOf(schema.location), 'enum'];
  const change = { kind: 'append', uri: schema.section.uri, pointer, value: null } as const;
  return {
    span,
    message: `${name === undefined ? 'This schema' : `“${name}”`} is nullable, and its enum does not list null.`,
    fixes: [{ title: 'Add null to the enum', safety: 'review', changes: [change] }],
    cause: {
      key: 'null',
      message: (count) => `${count} schemas are nullable, and their enums do not list null.`,
      fixTitle: (count) => `Add null to ${count} enums`,
    },
  };
}

/** `enum: ["null"]`: generators write the text where the value is meant. */
function quotedNull(schema: Schema, span: Span, at: number): Finding {
  const name = schemaName(schema);
  const pointer = [...pointerOf(schema.location), 'enum', String(at)];
  const change = { kind: 'set', uri: schema.section.uri, pointer, value: null } as const;
  return {
    span,
    message: `${name === undefined ? 'This schema' : `“${name}”`} is nullable, and its enum lists the text “null”, not null.`,
    fixes: [{ title: 'Write null without quotes', safety: 'review', changes: [change] }],
    cause: {
      key: 'quoted',
      message: (count) => `${count} schemas are nullable, and their enums list the text “null”, not null.`,
      fixTitle: (count) => `Write null without quotes in ${count} enums`,
    },
  };
}
