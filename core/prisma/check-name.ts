import { isDigit } from '#core/prisma/characters.ts';
import type { Cursor } from '#core/prisma/cursor.ts';
import type { Located } from '#core/text/span.ts';

/** Reports a name of Prisma 7 that starts with a digit or holds a hyphen: they can be read, but not used. */
export function checkName(cursor: Cursor, { value, span }: Located<string>, what: string): void {
  if (cursor.dialect === 'prisma8') return;
  if (isDigit(value.charCodeAt(0))) {
    cursor.report('invalid-name', span, `${what} “${value}” starts with a digit; start the name with a letter.`);
  } else if (value.includes('-')) {
    cursor.report('invalid-name', span, `${what} “${value}” has a hyphen; use letters, digits and \`_\`.`);
  }
}
