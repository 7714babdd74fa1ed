import { type Cause, globalRule, type InSection, type Keyed } from '#core/rule.ts';
import type { Span } from '#core/text/span.ts';
import { databaseNames } from '#rules/checklist.ts';
import { fitsStyle, inStyle, type NameStyle, type Writing, writingOf } from '#rules/detectors/openapi/name-writing.ts';
import { saidWriting } from '#rules/detectors/openapi/usual-style.ts';
import { renameFix } from '#rules/fixes/prisma/rename.ts';
import { prismaDocumentation } from '#rules/sources.ts';

export const enumValueCasingConsistent = globalRule({
  id: 'prisma/enum-value-casing-consistent',
  summary: 'Write the values of an enum in one casing.',
  why: 'Values are compared as they are written. Where `pending` stands among `PAID` and `SHIPPED`, somebody compares with `PENDING` one day, and that comparison is always false.',
  item: databaseNames,
  references: [prismaDocumentation('Naming conventions', 'reference/prisma-schema-reference#naming-conventions-1')],
  severity: 'info',
  recommended: true,
  options: {
    allowed: { default: [], description: 'Values that stay as they are.' },
  },
  examples: [
    {
      title: 'One value in lower case',
      bad: `enum OrderStatus {
  «pending»
  PAID
  SHIPPED
  CANCELLED
}

model Order {
  id     Int         @id
  status OrderStatus @default(pending)
}
`,
      good: `enum OrderStatus {
  PENDING @map("pending")
  PAID
  SHIPPED
  CANCELLED
}

model Order {
  id     Int         @id
  status OrderStatus @default(PENDING)
}
`,
    },
  ],
  on: ['prisma.enum'],
  *gather(node, _scope, { allowed }): Iterable<Fact> {
    const values = node.values.map(({ name }) => ({ ...name, writing: writingOf(name.value) }));
    const telling = values.filter(({ value, writing }) => writing !== 'unknown' && !allowed.includes(value));
    const style = styleOf(telling.map(({ value }) => value));
    const isMixed = hasManyStyles(values.map(({ value }) => value));
    const canBeRenamed = node.section.dialect === 'prisma7';
    for (const { value, writing, span } of telling) {
      yield { key: 'values', enum: node.name.value, name: value, writing, span, style, isMixed, canBeRenamed };
    }
  },
  *compare(facts) {
    const all = facts.map(({ value }) => value);
    const house = houseStyle(all);
    const likeHouse = house === undefined ? new Set<string>() : enumsLike(house, all);
    for (const { section, value } of facts) {
      const style = value.style ?? (value.isMixed && likeHouse.has(value.enum) ? house : undefined);
      if (style === undefined || isIn(value.name, style) || isSpeltSo(value, style)) continue;
      yield finding({ section, value }, style);
    }
  },
});

interface Fact extends Keyed {
  readonly enum: string;
  readonly name: string;
  readonly writing: Writing;
  readonly span: Span;
  /** That of most values of the enum. */
  readonly style: NameStyle | undefined;
  /** True where its values fit no one style. */
  readonly isMixed: boolean;
  readonly canBeRenamed: boolean;
}

const styles: readonly NameStyle[] = ['UPPER_SNAKE_CASE', 'snake_case', 'camelCase', 'PascalCase'];

/** So many values tell a style, and so large a part of them the same one. */
const leastValues = 3;
const leastShare = 0.65;

function styleOf(names: readonly string[]): NameStyle | undefined {
  const fits = (style: NameStyle) => names.filter((name) => isIn(name, style)).length;
  const [best] = [...styles].sort((a, b) => fits(b) - fits(a));
  // Abbreviations alone are no capitals.
  if (best === 'UPPER_SNAKE_CASE' && !names.some((name) => /^[A-Z]{5,}$|^[A-Z\d]+_[A-Z\d_]+$/.test(name)))
    return undefined;
  return best !== undefined && names.length >= leastValues && fits(best) >= names.length * leastShare
    ? best
    : undefined;
}

function hasManyStyles(names: readonly string[]): boolean {
  return names.length > 1 && styles.every((style) => names.some((name) => !isIn(name, style)));
}

/** A word in capitals is no Pascal case, unless it is short: `SMS` beside `Email`. */
function isIn(name: string, style: NameStyle): boolean {
  const writing = writingOf(name);
  return (
    fitsStyle(writing, style) && (writing !== 'UPPER' || style !== 'PascalCase' || isShort(name) || /\d/.test(name))
  );
}

function isShort(name: string): boolean {
  return name.length <= 4 && !shortStates.has(name);
}

/** Units (`PER_m2`), brands (“eCheck”) and short words in capitals (`SMS`) are spelt as they are. */
function isSpeltSo({ name, writing }: Fact, style: NameStyle): boolean {
  if (writing === 'UPPER') return isShort(name) || style === 'PascalCase';
  return /^[A-Z\d_]+_[a-z]{1,2}\d?$/.test(name) || /^[a-z][A-Z]/.test(name);
}

const shortStates: ReadonlySet<string> = new Set('NEW OPEN PAID DONE SENT READ LIVE FREE PRO USER LOW HIGH'.split(' '));

/** The style nearly all enums have. */
function houseStyle(facts: readonly Fact[]): NameStyle | undefined {
  const byEnum = new Map(facts.map((fact) => [fact.enum, fact.style]));
  const known = [...byEnum.values()].filter((style) => style !== undefined);
  const [first] = known;
  return known.length > 1 && known.every((style) => style === first) ? first : undefined;
}

/** The enums of which at least half of the values have a style. */
function enumsLike(style: NameStyle, facts: readonly Fact[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const fact of facts) counts.set(fact.enum, (counts.get(fact.enum) ?? 0) + (isIn(fact.name, style) ? 1 : -1));
  return new Set([...counts].filter(([, more]) => more >= 0).map(([name]) => name));
}

function finding({ section, value }: InSection<Fact>, style: NameStyle) {
  const { name, writing, span, canBeRenamed } = value;
  const meant = inStyle(name, style);
  const fix = renameFix(
    `Rename \`${value.enum}.${name}\` to \`${meant}\`; the database keeps its value by \`@map\``,
    section.uri,
    [{ kind: 'enum-value', block: value.enum, from: name, to: meant }],
  );
  const most = value.style === undefined ? 'those of other enums are' : 'the others are';
  return {
    section,
    value: {
      span,
      message: `\`${value.enum}.${name}\` is ${saidWriting(writing)}, and ${most} ${style}.`,
      fixes: canBeRenamed ? [fix] : [],
      cause: many,
    },
  };
}

const many: Cause = {
  key: 'casing',
  message: (count) => `${count} values of enums are written otherwise than those around them.`,
  fixTitle: (count) => `Rename ${count} values of enums; the database keeps them by \`@map\``,
};
