import { character } from '#core/prisma/characters.ts';
import { checkName } from '#core/prisma/check-name.ts';
import type { Cursor } from '#core/prisma/cursor.ts';
import type { PrismaField, PrismaSection } from '#core/prisma/model.ts';
import { parseFieldAttributes } from '#core/prisma/parse-attribute.ts';
import type { Documented } from '#core/prisma/parse-members.ts';
import { type FieldType, parseType } from '#core/prisma/parse-type.ts';
import type { Located } from '#core/text/span.ts';

/** Reads `name Type @attribute …`, which starts at the cursor; undefined without a name and a type. */
export function parseField(
  cursor: Cursor,
  section: PrismaSection,
  model: Located<string>,
): (PrismaField & Documented) | undefined {
  const start = cursor.position;
  const head = parseHead(cursor);
  if (head === undefined) return undefined;
  const { name, type } = head;
  const attributes = parseFieldAttributes(cursor);
  return {
    kind: 'prisma.field',
    section,
    span: cursor.spanFrom(start),
    anchor: name.span,
    documentation: '',
    name,
    model,
    type: type.base,
    isList: type.isList,
    isOptional: type.isOptional,
    attributes,
  };
}

/** The name and type; undefined when one is missing, and then the cursor has failed. */
function parseHead(cursor: Cursor): { readonly name: Located<string>; readonly type: FieldType } | undefined {
  const name = cursor.readIdentifier();
  if (name === undefined) {
    failWithoutName(cursor);
    return undefined;
  }
  checkName(cursor, name, 'Field');
  skipLegacyColon(cursor);
  cursor.skipBlanks();
  const type = parseType(cursor);
  if (type === undefined) failWithoutType(cursor, name);
  return type && { name, type };
}

function skipLegacyColon(cursor: Cursor): void {
  const end = cursor.position;
  cursor.skipBlanks();
  const colon = cursor.position;
  if (cursor.dialect === 'prisma7' && cursor.take(character.colon)) {
    const message = `No colon stands between a field and its type; remove the one${cursor.behind(colon)}.`;
    cursor.report('legacy-colon', { start: colon, end: colon + 1 }, message);
  } else cursor.position = end;
}

function failWithoutName(cursor: Cursor): void {
  const isAttribute = cursor.unit === character.at;
  cursor.failHere(
    'invalid-line',
    isAttribute
      ? (quote) =>
          `An attribute on a line of its own starts with \`@@\`; put ${quote} behind its field, or write it with \`@@\`.`
      : (quote) =>
          `${quote} is no field and no \`@@\` attribute; a field is a name (starting with a letter) and a type.`,
  );
}

function failWithoutType(cursor: Cursor, name: Located<string>): void {
  if (cursor.unit < 0 || cursor.unit === character.at || cursor.dialect === 'prisma8') {
    cursor.fail('missing-type', name.span, `Field “${name.value}” has no type; write one after it, as in \`String\`.`);
  } else cursor.failHere('invalid-line', (quote) => `Expected the type of field “${name.value}” in place of ${quote}.`);
}
