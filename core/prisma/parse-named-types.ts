import { character } from '#core/prisma/characters.ts';
import type { Cursor } from '#core/prisma/cursor.ts';
import type { PrismaNamedType, PrismaSection } from '#core/prisma/model.ts';
import { parseFieldAttributes } from '#core/prisma/parse-attribute.ts';
import { type Documented, parseMembers } from '#core/prisma/parse-members.ts';
import { parseType } from '#core/prisma/parse-type.ts';
import type { Span } from '#core/text/span.ts';

/** Reads the lines of a `types` block. What stands behind the `=` extensions may add to, so nothing in it counts as a problem. */
export function parseNamedTypes(cursor: Cursor, section: PrismaSection, body: Span): readonly PrismaNamedType[] {
  const types: PrismaNamedType[] = [];
  const problemsBefore = cursor.problems.length;
  parseMembers(cursor, body, () => {
    const type = parseNamedType(cursor, section);
    if (type !== undefined) types.push(type);
    return type;
  });
  cursor.problems.length = problemsBefore;
  return types;
}

function parseNamedType(cursor: Cursor, section: PrismaSection): (PrismaNamedType & Documented) | undefined {
  const start = cursor.position;
  const name = cursor.readIdentifier();
  const nameEnd = cursor.position;
  cursor.skipBlanks();
  const isNamed = name !== undefined && cursor.take(character.equals);
  cursor.skipBlanks();
  const type = isNamed ? parseType(cursor) : undefined;
  if (!isNamed || type === undefined) {
    // What is half typed costs its own line alone.
    cursor.position = nameEnd;
    cursor.failHere('invalid-line', 'A named type is `Name = Type`.');
    return undefined;
  }
  const attributes = parseFieldAttributes(cursor);
  return {
    kind: 'prisma.named-type',
    section,
    span: cursor.spanFrom(start),
    anchor: name.span,
    documentation: '',
    name,
    type: type.base,
    isList: type.isList,
    isOptional: type.isOptional,
    attributes,
  };
}
