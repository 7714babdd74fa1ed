import { fieldOf, mappedName } from '#core/prisma/field.ts';
import type { PrismaModel } from '#core/prisma/model.ts';

/**
 * True where a comment in the model says that an index over these columns is in the database though it is not declared, or is left out on
 * purpose.
 */
export function isIndexElsewhere(columns: readonly string[], model: PrismaModel): boolean {
  const { section, span } = model;
  return commentGroups(section.text.slice(span.start, span.end)).some((comment) => {
    if (!/\bindex/i.test(comment) || !elsewhere.test(comment)) return false;
    const words = new Set(comment.split(/\W+/));
    return columns.every((column) => words.has(column) || words.has(nameInDatabase(column, model)));
  });
}

const elsewhere =
  /\b(?:intentionally|deliberately|on purpose|redundant|(?:served|covered) by|not declared|(?:in|by) (?:the |a |an )?(?:raw )?(?:migration|sql)\b)/i;

function nameInDatabase(column: string, model: PrismaModel): string {
  const field = fieldOf(model, column);
  return (field && mappedName(field)?.value) ?? column;
}

/** The `//` comments on lines of their own that follow each other, as one text each. */
function commentGroups(text: string): readonly string[] {
  const groups: string[] = [];
  let lines: string[] = [];
  for (const line of text.split('\n')) {
    if (line.trimStart().startsWith('//')) lines.push(line);
    else if (lines.length > 0) {
      groups.push(lines.join('\n'));
      lines = [];
    }
  }
  return groups;
}
