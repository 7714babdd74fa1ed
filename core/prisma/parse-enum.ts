import { character } from '#core/prisma/characters.ts';
import { checkName } from '#core/prisma/check-name.ts';
import type { Cursor } from '#core/prisma/cursor.ts';
import type { PrismaAttribute, PrismaEnum, PrismaEnumValue } from '#core/prisma/model.ts';
import { isBlockAttribute, parseAttribute, parseFieldAttributes } from '#core/prisma/parse-attribute.ts';
import { parseMembers } from '#core/prisma/parse-members.ts';
import type { BlockView } from '#core/prisma/parse-model.ts';
import { parseValue } from '#core/prisma/parse-value.ts';

/** Reads an `enum`. Prisma 8 leaves its grammar to extensions, so there nothing in it counts as a problem. */
export function parseEnum(cursor: Cursor, view: BlockView): PrismaEnum {
  const values: PrismaEnumValue[] = [];
  const attributes: PrismaAttribute[] = [];
  const problemsBefore = cursor.problems.length;
  parseMembers(cursor, view.body, () => {
    if (isBlockAttribute(cursor)) {
      const attribute = parseAttribute(cursor, 2);
      if (attribute !== undefined) attributes.push(attribute);
    } else {
      const value = parseEnumValue(cursor);
      if (value !== undefined) values.push(value);
    }
    return undefined;
  });
  if (cursor.dialect === 'prisma8') cursor.problems.length = problemsBefore;
  return { kind: 'prisma.enum', ...view, values, attributes };
}

function parseEnumValue(cursor: Cursor): PrismaEnumValue | undefined {
  const start = cursor.position;
  const name = cursor.readIdentifier();
  if (name === undefined) {
    cursor.failHere(
      'invalid-line',
      (quote) => `${quote} is no enum value; a value is a name that starts with a letter.`,
    );
    return undefined;
  }
  checkName(cursor, name, 'Enum value');
  const assigned = cursor.dialect === 'prisma8' ? parseAssigned(cursor) : undefined;
  const attributes = parseFieldAttributes(cursor);
  if (cursor.unit === character.comma) {
    cursor.failHere('unexpected-text', `Enum values are parted by line breaks; remove the comma${cursor.behind()}.`);
  }
  return { name, span: cursor.spanFrom(start), mapped: assigned ?? mappedValue(attributes) };
}

/** Prisma 8: `Admin = "admin"`. */
function parseAssigned(cursor: Cursor): string | undefined {
  const end = cursor.position;
  cursor.skipBlanks();
  if (!cursor.take(character.equals)) {
    cursor.position = end;
    return undefined;
  }
  cursor.skipBlanks();
  const value = parseValue(cursor);
  return value?.kind === 'string' ? value.value : undefined;
}

function mappedValue(attributes: readonly PrismaAttribute[]): string | undefined {
  const map = attributes.find(({ name }) => name.value === 'map');
  const argument = map?.args.find(({ name }) => name === undefined || name.value === 'name');
  return argument?.value.kind === 'string' ? argument.value.value : undefined;
}
