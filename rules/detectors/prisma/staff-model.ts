import type { PrismaModel } from '#core/prisma/model.ts';
import type { Scope } from '#core/rule.ts';
import { foldedName } from '#core/text/casing.ts';
import { modelLike } from '#rules/detectors/prisma/model-named.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { accountNouns, signInColumns, staffDeeds, staffNouns } from '#rules/words/staff-models.ts';

/**
 * The model of those who work with the program, where none is called user: the one of employees, or of accounts that sign in.
 * Undefined where there are several, and for what customers may do, too (`bookedBy`).
 */
export function staffModel(deed: readonly string[], model: PrismaModel, scope: Scope): PrismaModel | undefined {
  if (!deed.some((word) => staffDeeds.has(word))) return undefined;
  const found = (nouns: readonly string[]) => nouns.flatMap((noun) => modelLike(noun.split('_'), model, scope) ?? []);
  const [first, ...others] = new Set([...found(staffNouns), ...found(accountNouns).filter(signsIn)]);
  return first !== undefined && others.length === 0 && isTable(first) ? first : undefined;
}

function signsIn({ fields }: PrismaModel): boolean {
  return fields.some(({ name }) => signInColumns.has(foldedName(name.value)));
}
