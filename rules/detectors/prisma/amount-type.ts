import { attributeOf, attributeText } from '#core/prisma/attribute.ts';
import { defaultOf, nativeTypeOf } from '#core/prisma/field.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { wordsOf } from '#core/text/casing.ts';
import { isMoneyName } from '#rules/detectors/prisma/money-name.ts';
import { cryptoWords, tinyPieceWords } from '#rules/words/fine-amounts.ts';

/** The native type of an amount of money. */
export interface AmountType {
  /** `@db.Decimal(12, 2)` */
  readonly text: string;
  /** How many places it keeps; undefined where it says none. */
  readonly scale: number | undefined;
}

const crypto: ReadonlySet<string> = new Set(cryptoWords);
const tiny: ReadonlySet<string> = new Set(tinyPieceWords);

/**
 * The native type of the other amounts of money in a model, else the one two others near it agree in; not that of other Decimals: a
 * factor has fewer digits. Undefined where there is none, and where an amount may have more places than it keeps.
 */
export function amountType(
  field: PrismaField,
  [model, ...others]: readonly PrismaModel[],
  words: readonly string[],
): AmountType | undefined {
  if (model === undefined || isFine(field, model)) return undefined;
  const own = typesOf(model, words);
  const all = own.length > 0 ? own : others.flatMap((other) => typesOf(other, words));
  const written = all.filter((text) => text !== '');
  const [first] = written;
  // A few without a native type were forgotten; where they are most, none is the habit.
  const isAgreed = written.length * 2 >= all.length && (own.length > 0 || written.length > 1);
  if (first === undefined || !isAgreed || written.some((text) => text !== first)) return undefined;
  const scale = /\(\s*\d+\s*,\s*(\d+)\s*\)/.exec(first)?.[1];
  const type = { text: first, scale: scale === undefined ? undefined : Number(scale) };
  return placesOf(field) > (type.scale ?? placesOf(field)) ? undefined : type;
}

function typesOf({ fields }: PrismaModel, words: readonly string[]): readonly string[] {
  return fields
    .filter(({ type, name }) => type.value === 'Decimal' && isMoneyName(name.value, words))
    .map((field) => attributeText(field, nativeTypeOf(field)?.attribute));
}

/** True where the names of field and model speak of crypto money or of the price of a tiny piece, or a field beside it of crypto money. */
function isFine({ name }: PrismaField, { name: model, fields }: PrismaModel): boolean {
  const beside = fields.flatMap((field) => wordsOf(field.name.value));
  return (
    [...wordsOf(name.value), ...wordsOf(model.value)].some((word) => tiny.has(word)) ||
    [...wordsOf(model.value), ...beside].some((word) => crypto.has(word))
  );
}

/** How many places the default has. */
function placesOf(field: PrismaField): number {
  if (defaultOf(field) === undefined) return 0;
  const text = attributeText(field, attributeOf(field, 'default'));
  return /\.(\d+)/.exec(text)?.[1]?.replace(/0+$/, '').length ?? 0;
}
