import type { PrismaModel } from '#core/prisma/model.ts';
import { modelCalled } from '#core/prisma/named-block.ts';
import type { Scope } from '#core/rule.ts';
import { wordsOf } from '#core/text/casing.ts';
import { wordSet } from '#rules/words/word-list.ts';

/** True for a table whose rows were written to another one first: an archive, versions, or `orders_20230421` beside `orders`. */
export function isCopy({ name: { value }, section }: PrismaModel, scope: Scope): boolean {
  if (wordsOf(value).some((word) => copyWords.has(word))) return true;
  const [, stem = ''] = /^(.*[a-z])_?\d+$/i.exec(value) ?? [];
  return stem !== '' && modelCalled(stem, section, scope) !== undefined;
}

const copyWords = wordSet(
  'snapshot snapshots archive archived backup history version versions revision revisions deleted copy cached cache',
);
