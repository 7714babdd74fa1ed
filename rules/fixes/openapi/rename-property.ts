import { requiredNames } from '#core/openapi/effective/schema-properties.ts';
import type { Schema } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import type { Change, Scope } from '#core/rule.ts';
import type { Located } from '#core/text/span.ts';
import { findValue, itemsOf } from '#core/tree/tree.ts';
import { isWrittenInPlace } from '#rules/detectors/openapi/written-in-place.ts';

/** Where a property of an answer stands that can be renamed, as plain data. */
export interface RenameSite {
  readonly uri: string;
  readonly pointer: readonly string[];
  /** Where it stands in `required`. */
  readonly required: string | undefined;
}

/** Undefined where an alias, or another schema that requires it, stands in the way. `whole` is the schema with what it includes. */
export function renameSite(
  name: Located<string>,
  owner: Schema,
  whole: Schema,
  scope: Pick<Scope, 'resolve'>,
): RenameSite | undefined {
  const { section, location, tree } = owner;
  const items = itemsOf(findValue(tree, 'required'));
  const at = items.findIndex((item) => item.kind === 'scalar' && item.value === name.value);
  const isRequiredHere = at >= 0;
  const isChangeable =
    isWrittenInPlace(owner, 'properties', name.value) && requiredNames(whole, scope).has(name.value) === isRequiredHere;
  if (!isChangeable) return undefined;
  return { uri: section.uri, pointer: pointerOf(location), required: isRequiredHere ? String(at) : undefined };
}

/** Renames a property, also where it is required. */
export function renameProperty(
  { uri, pointer, required }: RenameSite,
  name: string,
  wanted: string,
): readonly [Change, ...Change[]] {
  const rename: Change = { kind: 'rename', uri, pointer: [...pointer, 'properties', name], name: wanted };
  if (required === undefined) return [rename];
  return [rename, { kind: 'set', uri, pointer: [...pointer, 'required', required], value: wanted }];
}
