import type { SchemaProperty } from '#core/openapi/model.ts';
import type { FieldNames, NamedField } from '#core/project/mapping/field-names.ts';
import { findValue, type TreeNode } from '#core/tree/tree.ts';

/** What is written of a property: the field it stands for, `false` for none, undefined where nothing is written. */
export type WrittenFields = (property: SchemaProperty, names: FieldNames) => NamedField | false | undefined;

/** A name somebody wrote, or `false` for none; undefined where nothing is written, or something else. */
export function writtenName(tree: TreeNode, key: 'x-prisma-model' | 'x-prisma-field'): string | false | undefined {
  const value = findValue(tree, key);
  if (value?.kind !== 'scalar') return undefined;
  if (value.value === false) return false;
  return typeof value.value === 'string' ? value.value : undefined;
}

/** `x-prisma-field` at a property, then what `plumbline.yaml` says of the schema's properties. */
export function writtenFields(configured: ReadonlyMap<string, string | false> | undefined): WrittenFields {
  return ({ name, schema }, names) => {
    const own = writtenName(schema.tree, 'x-prisma-field');
    if (own !== undefined) return namedField(own, names, '`x-prisma-field` says so');
    const other = configured?.get(name.value);
    return other === undefined ? undefined : namedField(other, names, '`plumbline.yaml` says so');
  };
}

/** None where the model has no such field. */
function namedField(name: string | false, names: FieldNames, reason: string): NamedField | false {
  const field = name === false ? undefined : names.named(name)?.field;
  return field === undefined ? false : { field, reason };
}
