import { attributeText } from '#core/prisma/attribute.ts';
import { type NativeType, nativeTypeOf } from '#core/prisma/field.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import type { Provider } from '#core/prisma/provider.ts';
import { wordsOf } from '#core/text/casing.ts';
import { commentsAbove } from '#rules/detectors/prisma/prisma-comments.ts';
import { mostCommon } from '#rules/detectors/prisma/sibling-models.ts';
import { variableTextWords } from '#rules/words/variable-texts.ts';

/** What a native type does that a better one does not. */
export interface IllFit {
  /** Behind the name and the type of one column: `ends on 19 January 2038`. */
  readonly fault: string;
  /** Behind the number of columns. */
  readonly manyFault: string;
  /** What stands there instead; empty where no native type is needed, undefined where that is for the author to choose. */
  readonly instead?: string;
  /** What the migration does to the rows. */
  readonly migration?: string;
  /** What to do, where there is no fix. */
  readonly advice?: string;
}

/** What is wrong with the native type of a column in this database; undefined for one that fits. */
export function illFittingType(
  field: PrismaField,
  model: PrismaModel,
  provider: Provider | undefined,
): IllFit | undefined {
  const native = nativeTypeOf(field);
  if (native === undefined || provider === undefined) return undefined;
  const own = judges[provider]?.[native.name];
  return own?.(field, native, model);
}

type Judge = (field: PrismaField, native: NativeType, model: PrismaModel) => IllFit | undefined;

const rewrites = 'the migration rewrites the column';

const padded: Judge = ({ name }, { name: type, args: [length = '1'] }) =>
  variableTextWords.has(wordsOf(name.value).at(-1) ?? '')
    ? {
        fault: 'fills its values up with blanks',
        manyFault: 'fill their values up with blanks',
        instead: `@db.${type === 'NChar' ? 'NVarChar' : 'VarChar'}(${length})`,
        migration: rewrites,
      }
    : undefined;

const rounded: Judge = (_, { name, args: [precision] }) =>
  precision === '0'
    ? {
        fault: 'rounds to whole seconds, up as well: a row can come from the future',
        manyFault: 'round to whole seconds, up as well: a row can come from the future',
        instead: `@db.${name}(3)`,
        migration: rewrites,
      }
    : undefined;

const offset: Judge = () => ({
  fault: 'keeps an offset without a date, which knows no daylight saving',
  manyFault: 'keep an offset without a date, which knows no daylight saving',
  advice: 'Store a moment, or `@db.Time` beside the name of a time zone.',
});

const money: Judge = (_, __, model) => ({
  fault: 'takes its digits and its sign from a setting of the server',
  manyFault: 'take their digits and their sign from a setting of the server',
  instead: decimalLike(model),
  migration: rewrites,
});

/** What came in is kept as it came where its signature is checked. */
const textual: Judge = (field) =>
  isKeptAsWritten(field)
    ? undefined
    : {
        fault: 'is kept as text: each read parses it again, and no index serves it',
        manyFault: 'are kept as text: each read parses them again, and no index serves them',
        instead: '',
        migration: 'the migration rewrites the column; blanks and the order of keys are not kept',
      };

const ending: Judge = (_, { args: [precision] }) => ({
  fault: 'ends on 19 January 2038',
  manyFault: 'end on 19 January 2038',
  instead: `@db.DateTime(${precision ?? '0'})`,
  migration: 'the migration rewrites the column, in the time zone of its session',
});

function outdated(instead: string): Judge {
  return () => ({
    fault: 'is deprecated',
    manyFault: 'are of a deprecated type',
    instead,
    migration: rewrites,
  });
}

const coarse: Judge = () => ({
  fault: 'keeps times to three milliseconds and a third only',
  manyFault: 'keep times to three milliseconds and a third only',
  instead: '@db.DateTime2',
  migration: rewrites,
});

const judges: { readonly [P in Provider]?: { readonly [type: string]: Judge } } = {
  postgresql: { Money: money, Timetz: offset, Json: textual, Timestamp: rounded, Timestamptz: rounded, Char: padded },
  cockroachdb: { Timetz: offset, Timestamp: rounded, Timestamptz: rounded, Char: padded },
  mysql: { Timestamp: ending },
  sqlserver: {
    Char: padded,
    NChar: padded,
    Text: outdated('@db.VarChar(Max)'),
    NText: outdated('@db.NVarChar(Max)'),
    Image: outdated('@db.VarBinary(Max)'),
    DateTime: coarse,
  },
};

/** The native type of the other amounts of the model. */
function decimalLike({ fields }: PrismaModel): string {
  const types = fields.flatMap((field) => {
    const native = nativeTypeOf(field);
    return native?.name === 'Decimal' && native.args.length > 0 ? [attributeText(field, native.attribute)] : [];
  });
  return mostCommon(types, (text) => text) ?? '@db.Decimal(19, 4)';
}

function isKeptAsWritten(field: PrismaField): boolean {
  const comment = `${commentsAbove(field.section.text, field.span)}\n${field.documentation}`;
  const isRaw = wordsOf(field.name.value).some((word) => word === 'raw' || word === 'original' || word === 'signed');
  return isRaw || /\b(?:order|raw|verbatim|byte|exact|signature|signed|as (?:is|sent|received))/i.test(comment);
}
