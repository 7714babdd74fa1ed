import type { OpenApiVersion, Schema } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import type { Finding, Fix } from '#core/rule.ts';
import { findBoolean, findEntry } from '#core/tree/tree.ts';
import { nameEnding } from '#rules/detectors/openapi/name-ending.ts';
import { schemaTitle } from '#rules/schema-name.ts';
import { secretProperties } from '#rules/words/secret-properties.ts';

const none: readonly Finding[] = [];

/** What is said of a schema of one of these versions that is marked as `readOnly` and as `writeOnly`. */
export function bothDirections(schema: Schema, versions: readonly OpenApiVersion[]): readonly Finding[] {
  const { tree, context, anchor, section, location } = schema;
  const isBoth = ['readOnly', 'writeOnly'].every((key) => findBoolean(tree, key)?.value === true);
  if (!isBoth || !versions.includes(context.version)) return none;
  const title = schemaTitle(schema).replace('this', 'This');
  const keep = (kept: string, left: string): Fix => ({
    title: `Keep \`${kept}\` of ${schemaTitle(schema)} and leave out \`${left}\``,
    safety: 'review',
    changes: [{ kind: 'remove', uri: section.uri, pointer: [...pointerOf(location), left] }],
  });
  // A secret is sent, and never answered.
  const isSecret = nameEnding(schema.name?.value ?? '', secretProperties) !== undefined;
  const fixes = [keep('readOnly', 'writeOnly'), keep('writeOnly', 'readOnly')];
  return [
    {
      span: findEntry(tree, 'writeOnly')?.key.span ?? anchor,
      message: `${title} is both “readOnly” and “writeOnly”: it is never sent and never answered. Leave out one of them.`,
      fixes: isSecret ? fixes.reverse() : fixes,
    },
  ];
}
