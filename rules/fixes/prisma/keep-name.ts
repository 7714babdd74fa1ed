import { argumentOf, attributeOf, stringValue } from '#core/prisma/attribute.ts';
import { insertBlockAttributeEdit, removeBlockAttributeEdit, removeFieldAttributeEdit } from '#core/prisma/edit.ts';
import type { PrismaAttribute, PrismaField, PrismaModel, PrismaSection } from '#core/prisma/model.ts';
import type { Edit } from '#core/text/span.ts';
import { insertMapEdit } from '#rules/fixes/prisma/map-name.ts';

/** Lets a field stand for this column, whatever its name is. */
export function keepColumn(field: PrismaField, column: string): Edit {
  const map = attributeOf(field, 'map');
  if (map === undefined) return insertMapEdit(field, column);
  return field.name.value === column ? removeFieldAttributeEdit(field, map) : newName(map, column, field.section);
}

/** Lets a model stand for this table, whatever its name is. */
export function keepTable(model: PrismaModel, table: string): Edit {
  const map = attributeOf(model, 'map');
  if (map === undefined) return insertBlockAttributeEdit(model, `@@map(${JSON.stringify(table)})`);
  return model.name.value === table ? removeBlockAttributeEdit(map, model) : newName(map, table, model.section);
}

/** Another name in a `@map` or `@@map`, however it is written. */
function newName(map: PrismaAttribute, name: string, { text }: PrismaSection): Edit {
  const written = stringValue((argumentOf(map, 0) ?? argumentOf(map, 'name'))?.value);
  if (written !== undefined) return { span: written.span, newText: JSON.stringify(name) };
  return { span: map.span, newText: `${text.slice(map.span.start, map.name.span.end)}(${JSON.stringify(name)})` };
}
