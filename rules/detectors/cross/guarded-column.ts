import type { PrismaField } from '#core/prisma/model.ts';
import { wordsOf } from '#core/text/casing.ts';
import { nameEnding } from '#rules/detectors/openapi/name-ending.ts';
import { commentBehind } from '#rules/detectors/prisma/prisma-comments.ts';
import { secretProperties } from '#rules/words/secret-properties.ts';
import {
  guardedColumns,
  internalNotes,
  sensitiveMark,
  sessionTokens,
  tokenModels,
} from '#rules/words/sensitive-columns.ts';

/** Why a column is nobody's but the server's; undefined where nothing says so. */
export function guardOf(field: PrismaField): string | undefined {
  const { name, documentation, section, span, type, model } = field;
  if (isMarked(documentation) || isMarked(commentBehind(section.text, span))) return 'its comment keeps from clients';
  const words = wordsOf(name.value);
  if (type.value === 'String') {
    if (nameEnding(name.value, guardedColumns) !== undefined || nameEnding(name.value, secretProperties) !== undefined)
      return 'only the server may know';
    if (
      nameEnding(name.value, sessionTokens) !== undefined &&
      !wordsOf(model.value).some((word) => tokenModels.has(word))
    )
      return 'only the server may know';
  }
  if (internalNotes.includes(words.join(' ')) && type.value !== 'Boolean') return 'is kept about clients, not for them';
  const isInternal = words[0] === 'internal' && words.length > 1 && type.value !== 'Boolean' && words.at(-1) !== 'id';
  return isInternal ? 'is internal by its name' : undefined;
}

function isMarked(comment: string): boolean {
  return sensitiveMark.test(comment);
}
