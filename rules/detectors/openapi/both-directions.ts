import type { OpenApiVersion, Schema } from '#core/openapi/model.ts';
import type { Finding } from '#core/rule.ts';
import { findBoolean, findEntry } from '#core/tree/tree.ts';
import { schemaTitle } from '#rules/schema-name.ts';

const none: readonly Finding[] = [];

/** What is said of a schema of one of these versions that is marked as `readOnly` and as `writeOnly`. */
export function bothDirections(schema: Schema, versions: readonly OpenApiVersion[]): readonly Finding[] {
  const { tree, context, anchor } = schema;
  const isBoth = ['readOnly', 'writeOnly'].every((key) => findBoolean(tree, key)?.value === true);
  if (!isBoth || !versions.includes(context.version)) return none;
  const title = schemaTitle(schema).replace('this', 'This');
  return [
    {
      span: findEntry(tree, 'writeOnly')?.key.span ?? anchor,
      message: `${title} is both “readOnly” and “writeOnly”: it is never sent and never answered. Leave out one of them.`,
    },
  ];
}
