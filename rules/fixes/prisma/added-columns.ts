import type { FieldLine } from '#core/prisma/edit.ts';

/** The names of new columns for a title: `` `a` ``, `` `a` and `b` ``, `` `a`, `b` and `c` ``. */
export function addedColumns(lines: readonly FieldLine[]): string {
  const names = lines.map(({ name }) => `\`${name}\``);
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}
