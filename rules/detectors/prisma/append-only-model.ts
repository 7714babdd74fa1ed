import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { foldedName, wordsOf } from '#core/text/casing.ts';
import { plainLetters } from '#core/text/plain-letters.ts';
import { creationTimeOf } from '#rules/detectors/prisma/time-field.ts';
import {
  afterWords,
  keptAmounts,
  ledgerWords,
  newWords,
  oldWords,
  passedStates,
  workedOnNames,
} from '#rules/words/written-once.ts';

/**
 * True for the lines of a ledger, which are written once: the model is called so, or has what the change led to (`balanceAfter`),
 * the values before and after it (`previousQty` and `newQty`), or the difference beside a time of creation (`stockDelta`). What
 * has a name or a status of its own is none: the ledgers of a bookkeeper are accounts.
 */
export function isAppendOnly(model: PrismaModel): boolean {
  if (model.fields.some(({ name }) => workedOnNames.has(plainLetters(foldedName(name.value))))) return false;
  if (ledgerWords.has(wordsOf(model.name.value).at(-1) ?? '')) return true;
  const columns = model.fields.map((field) => ({ field, words: wordsOf(plainLetters(field.name.value)) }));
  const isKept = columns.some(({ field, words }) => isNumber(field) && isStateAfter(words));
  return isKept || hasBothStates(columns) || (creationTimeOf(model) !== undefined && hasDifference(columns));
}

interface Column {
  readonly field: PrismaField;
  readonly words: readonly string[];
}

function isNumber({ type, isList }: PrismaField): boolean {
  return !isList && ['Int', 'BigInt', 'Float', 'Decimal'].includes(type.value);
}

/** `balanceAfter`, `resulting_stock`, `runningBalance`. */
function isStateAfter(words: readonly string[]): boolean {
  const [first = '', last = ''] = [words[0], words.at(-1)];
  const isAfter = afterWords.has(last) && keptAmounts.has(words.at(-2) ?? '');
  return isAfter || ((afterWords.has(first) || first === 'running') && words.length === 2 && keptAmounts.has(last));
}

/** `oldPrice` and `newPrice`, `value_before` and `value_after`, `fromStatus` and `toStatus`; no flags. */
function hasBothStates(columns: readonly Column[]): boolean {
  const plain = columns.filter(({ field }) => field.type.value !== 'Boolean').map(({ words }) => words);
  const after = new Set(plain.flatMap((words) => stemsOf(words, newWords)));
  const to = new Set(plain.flatMap((words) => stemsOf(words, new Set(['to']))));
  return plain.some(
    (words) =>
      stemsOf(words, oldWords).some((stem) => after.has(stem)) ||
      stemsOf(words, new Set(['from'])).some((stem) => passedStates.has(stem) && to.has(stem)),
  );
}

/** What stands beside a mark at the beginning or the end of a name: `qty` of `newQty`. */
function stemsOf(words: readonly string[], marks: ReadonlySet<string>): readonly string[] {
  if (words.length < 2) return [];
  const atStart = marks.has(words[0] ?? '') ? [words.slice(1).join('')] : [];
  return marks.has(words.at(-1) ?? '') ? [...atStart, words.slice(0, -1).join('')] : atStart;
}

/** `delta`, `stockDelta`, `changeAmount`, `qty_change`; the delta of an option has a gamma beside it. */
function hasDifference(columns: readonly Column[]): boolean {
  if (columns.some(({ words }) => words.includes('gamma'))) return false;
  return columns.some(({ field, words }) => {
    const last = words.at(-1) ?? '';
    const isChange = words.length === 2 && words.includes('change') && words.some((word) => keptAmounts.has(word));
    return isNumber(field) && (last === 'delta' || isChange);
  });
}
