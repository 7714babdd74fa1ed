import type { Schema } from '#core/openapi/model.ts';
import { findEntry, type TreeEntry } from '#core/tree/tree.ts';

/** The keyword by which a schema takes properties that it does not describe; undefined where it says `false`, or nothing. */
export function openKeyword({ tree, context }: Schema): TreeEntry | undefined {
  const isLater = context.version === '3.1' || context.version === '3.2';
  const own =
    findEntry(tree, 'additionalProperties') ?? (isLater ? findEntry(tree, 'unevaluatedProperties') : undefined);
  const isClosed = own?.value === undefined || (own.value.kind === 'scalar' && own.value.value !== true);
  return isClosed || own?.merged === true ? undefined : own;
}

/** True where it describes properties, and takes anything beside them. */
export function isOpenBeyond(schema: Schema): boolean {
  const open = openKeyword(schema)?.value;
  const takesAnything = open?.kind === 'scalar' || (open?.kind === 'map' && open.entries.length === 0);
  return takesAnything && schema.properties.length > 0;
}
