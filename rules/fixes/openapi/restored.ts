import type { SchemaDifference, SchemaSpan } from '#core/openapi/compare/difference.ts';
import type { Schema } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import type { BaseScope, Fix } from '#core/rule.ts';
import type { TreeChange } from '#core/tree/change.ts';
import { equalValues } from '#core/tree/equal-values.ts';
import { findEntry, findValue, itemsOf, type TreeNode, toPlainValue } from '#core/tree/tree.ts';
import { broughtBack } from '#rules/fixes/openapi/brought-back.ts';
import { formerValue } from '#rules/fixes/openapi/former-value.ts';
import { inRequired } from '#rules/fixes/openapi/property-required.ts';

/**
 * Writes a keyword as it was; of a list that lost values those alone, of a property all of it. None where no single place said it, or says
 * it now.
 */
export function restored({ what, effect, name, place, former }: SchemaDifference, scope: BaseScope): readonly Fix[] {
  const { schema } = place;
  if (what === 'property-removed' || what === 'optional-property-removed')
    return broughtBack(name, place, former, scope);
  if (what === 'required' && effect === 'widened')
    return [{ title: `Require “${name}” again`, safety: 'review', changes: inRequired(schema, name) }];
  if (what === 'required' || what === 'required-property') return notRequired(schema, name);
  if (what === 'values' && effect === 'narrowed' && name !== '') return valuesBack(place, former);
  const keyword = what === 'null' ? nullKeyword(place, former) : keywordOf(what, name);
  if (keyword === undefined) return [];
  const before = findEntry(former.schema.tree, keyword)?.value;
  const now = findEntry(schema.tree, keyword);
  if (before === undefined && now === undefined) return [];
  if (what === 'type' && now === undefined && hasBranches(place)) return [];
  const target = { uri: schema.section.uri, pointer: [...pointerOf(schema.location), keyword] };
  const change: TreeChange =
    before === undefined
      ? { kind: 'remove', ...target }
      : { kind: 'set', ...target, value: formerValue(before, former.schema, schema) };
  return [{ title: `Write \`${keyword}\` as it was`, safety: 'review', changes: [change] }];
}

/** Beside them the type alone would not be what it was. */
function hasBranches({ schema }: SchemaSpan): boolean {
  return schema.oneOf.length + schema.anyOf.length > 0;
}

function notRequired(schema: Schema, name: string): readonly Fix[] {
  const names = itemsOf(findValue(schema.tree, 'required'));
  const index = names.findIndex((item) => item.kind === 'scalar' && item.value === name);
  if (index < 0) return [];
  const pointer = [...pointerOf(schema.location), 'required', String(index)];
  return [
    {
      title: `Let “${name}” be optional`,
      safety: 'review',
      changes: [{ kind: 'remove', uri: schema.section.uri, pointer, prune: true }],
    },
  ];
}

/** The values that are gone, behind those there are. */
function valuesBack({ schema }: SchemaSpan, former: SchemaSpan): readonly Fix[] {
  const valuesOf = (tree: TreeNode) => itemsOf(findValue(tree, 'enum')).map(toPlainValue);
  const now = valuesOf(schema.tree);
  const gone = valuesOf(former.schema.tree).filter((value) => !now.some((other) => equalValues(value, other)));
  const pointer = [...pointerOf(schema.location), 'enum'];
  const [first, ...others] = gone.map(
    (value): TreeChange => ({ kind: 'append', uri: schema.section.uri, pointer, value, ifAbsent: true }),
  );
  if (first === undefined || now.length === 0) return [];
  const [only] = gone;
  const what = gone.length === 1 && typeof only === 'string' ? `“${only}”` : `the ${gone.length} values that are gone`;
  return [{ title: `List ${what} again`, safety: 'review', changes: [first, ...others] }];
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
