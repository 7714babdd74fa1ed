import type { SchemaDifference, SchemaSpan } from '#core/openapi/compare/difference.ts';
import type { Schema } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import type { Fix } from '#core/rule.ts';
import type { TreeChange } from '#core/tree/change.ts';
import { findEntry, findValue, itemsOf, type PlainValue, type TreeNode, toPlainValue } from '#core/tree/tree.ts';
import { absoluteReferences } from '#rules/fixes/openapi/portable-value.ts';

/** Writes a keyword as it was: of a list only what is gone, of a property all of it. None where no single place said it, or says it now. */
export function restored({ what, name, place, former }: SchemaDifference): readonly Fix[] {
  const uri = place.schema.section.uri;
  const pointer = pointerOf(place.schema.location);
  if (what === 'property-removed' || what === 'optional-property-removed') return broughtBack(name, place, former);
  if (what === 'required' || what === 'required-property') return notRequired(place.schema, name, uri, pointer);
  const keyword = what === 'null' ? nullKeyword(place, former) : keywordOf(what, name);
  if (keyword === undefined) return [];
  const before = findEntry(former.schema.tree, keyword)?.value;
  const now = findEntry(place.schema.tree, keyword);
  if (before === undefined && now === undefined) return [];
  if (what === 'type' && now === undefined && hasBranches(place)) return [];
  const change: TreeChange =
    before === undefined
      ? { kind: 'remove', uri, pointer: [...pointer, keyword] }
      : { kind: 'set', uri, pointer: [...pointer, keyword], value: formerValue(before, former) };
  return [{ title: `Write \`${keyword}\` as it was`, safety: 'review', changes: [change] }];
}

/** Beside them the type alone would not be what it was. */
function hasBranches({ schema }: SchemaSpan): boolean {
  return schema.oneOf.length + schema.anyOf.length > 0;
}

/** The property with all it was, required again where it was. */
function broughtBack(name: string, { schema }: SchemaSpan, former: SchemaSpan): readonly Fix[] {
  const written = findValue(findValue(former.schema.tree, 'properties'), name);
  if (written === undefined) return [];
  const uri = schema.section.uri;
  const pointer = pointerOf(schema.location);
  const value = formerValue(written, former);
  const property: TreeChange = { kind: 'set', uri, pointer: [...pointer, 'properties', name], value };
  const isLost =
    former.schema.required.some((each) => each.value === name) && !schema.required.some((each) => each.value === name);
  const required: TreeChange =
    schema.required.length > 0
      ? { kind: 'append', uri, pointer: [...pointer, 'required'], value: name }
      : { kind: 'set', uri, pointer: [...pointer, 'required'], value: [name] };
  return [{ title: `Bring “${name}” back`, safety: 'review', changes: isLost ? [property, required] : [property] }];
}

function notRequired(schema: Schema, name: string, uri: string, pointer: readonly string[]): readonly Fix[] {
  const names = itemsOf(findValue(schema.tree, 'required'));
  const index = names.findIndex((item) => item.kind === 'scalar' && item.value === name);
  if (index < 0) return [];
  const own = names.length === 1 ? ['required'] : ['required', String(index)];
  return [
    {
      title: `Require “${name}” no more`,
      safety: 'review',
      changes: [{ kind: 'remove', uri, pointer: [...pointer, ...own] }],
    },
  ];
}

function formerValue(value: TreeNode, { schema }: SchemaSpan): PlainValue {
  return absoluteReferences(toPlainValue(value), schema.section.uri);
}

/** 3.0 says it beside the type, 3.1 in it. */
function nullKeyword({ schema }: SchemaSpan, former: SchemaSpan): string {
  const has = [schema, former.schema].some(({ tree }) => findEntry(tree, 'nullable') !== undefined);
  return has ? 'nullable' : 'type';
}

/** The keyword that says it; undefined where several do. */
function keywordOf(what: SchemaDifference['what'], name: string): string | undefined {
  switch (what) {
    case 'type':
      return 'type';
    case 'format':
    case 'bound':
    case 'multiple':
    case 'pattern':
    case 'unique':
    case 'default':
    case 'read-only':
    case 'write-only':
    case 'open':
      return name;
    case 'values':
      return 'enum';
    default:
      return undefined;
  }
}
