import { character } from '#core/prisma/characters.ts';
import { checkName } from '#core/prisma/check-name.ts';
import type { Cursor } from '#core/prisma/cursor.ts';
import type { PrismaAttribute } from '#core/prisma/model.ts';
import { parseArguments } from '#core/prisma/parse-value.ts';

/** Reads the attributes after a field's type or an enum value: `@id @default(1)`; the cursor fails at `@@` behind them. */
export function parseFieldAttributes(cursor: Cursor): readonly PrismaAttribute[] {
  const attributes: PrismaAttribute[] = [];
  for (;;) {
    const end = cursor.position;
    cursor.skipBlanks();
    if (isBlockAttribute(cursor) && cursor.dialect === 'prisma7') {
      cursor.failHere(
        'unexpected-text',
        (quote) => `An attribute with \`@@\` stands on a line of its own; put ${quote} on the next one.`,
      );
    }
    if (cursor.hasFailed || cursor.unit !== character.at || isBlockAttribute(cursor)) {
      cursor.position = end;
      return attributes;
    }
    const attribute = parseAttribute(cursor, 1);
    if (attribute !== undefined) attributes.push(attribute);
  }
}

/** True when `@@` stands at the cursor. */
export function isBlockAttribute(cursor: Cursor): boolean {
  return cursor.unit === character.at && cursor.text.charCodeAt(cursor.position + 1) === character.at;
}

/** Reads an attribute with this many `@`; undefined when its name is missing, and then the cursor has failed. */
export function parseAttribute(cursor: Cursor, marks: 1 | 2): PrismaAttribute | undefined {
  const start = cursor.position;
  cursor.position += marks;
  cursor.skipBlanks();
  const name = cursor.readPath();
  if (name === undefined) {
    const mark = '@'.repeat(marks);
    cursor.position = start + marks;
    cursor.fail('missing-name', cursor.spanFrom(start), `A name is missing after \`${mark}\`${cursor.behind(start)}.`);
    return undefined;
  }
  checkName(cursor, name, 'Attribute');
  const end = cursor.position;
  cursor.skipBlanks();
  const hasArguments = cursor.unit === character.openParenthesis;
  if (!hasArguments) cursor.position = end;
  const args = hasArguments ? parseArguments(cursor) : [];
  return { name, span: cursor.spanFrom(start), args };
}
