import { isScalarType } from '#core/prisma/field.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { bareType, modelOf } from '#core/prisma/named-block.ts';
import { type Cause, type Fix, globalRule, type InSection, type Keyed, type Scope } from '#core/rule.ts';
import { foldedName, wordsOf } from '#core/text/casing.ts';
import { pluralOf } from '#core/text/english.ts';
import type { Span } from '#core/text/span.ts';
import { databaseNames } from '#rules/checklist.ts';
import { fitsStyle, inStyle, type Writing, writingOf } from '#rules/detectors/openapi/name-writing.ts';
import {
  casingOption,
  countWritings,
  saidWriting,
  type UsualStyle,
  usualStyle,
} from '#rules/detectors/openapi/usual-style.ts';
import { isLibraryTable } from '#rules/detectors/prisma/library-table.ts';
import { isMirror } from '#rules/detectors/prisma/mirror-model.ts';
import { mostAre } from '#rules/detectors/prisma/most-are.ts';
import { isRawColumn } from '#rules/detectors/prisma/raw-column.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { renameFix } from '#rules/fixes/prisma/rename.ts';
import { prismaDocumentation } from '#rules/sources.ts';
import { standardNames } from '#rules/words/standard-names.ts';
import { wordSet } from '#rules/words/word-list.ts';

export const fieldCasingConsistent = globalRule({
  id: 'prisma/field-casing-consistent',
  summary: 'Write the names of all fields in one casing.',
  why: 'Whoever knows one model guesses the fields of the next. Where `created_at` stands beside `updatedAt`, each has to be looked up, and what copies rows from one model to another maps names for nothing.',
  item: databaseNames,
  references: [
    prismaDocumentation('Naming conventions', 'reference/prisma-schema-reference#naming-conventions-2'),
    prismaDocumentation('Mapping names to the database', 'prisma-schema/data-model/database-mapping'),
  ],
  severity: 'info',
  recommended: true,
  options: {
    casing: casingOption,
    allowed: { default: [], description: 'Names that stay as they are.' },
  },
  examples: [
    {
      title: 'One field that is called as its column is',
      bad: `model Order {
  id           Int      @id
  «order_number» String   @unique
  placedAt     DateTime
  shippedAt    DateTime
  lineCount    Int
  totalCents   Int
  createdAt    DateTime @default(now())

  @@index([order_number, placedAt])
}
`,
      good: `model Order {
  id          Int      @id
  orderNumber String   @unique @map("order_number")
  placedAt    DateTime
  shippedAt   DateTime
  lineCount   Int
  totalCents  Int
  createdAt   DateTime @default(now())

  @@index([orderNumber, placedAt])
}
`,
    },
  ],
  on: ['prisma.model'],
  *gather(model, scope, { allowed }): Iterable<Fact> {
    if (!isTable(model)) return;
    const isOdd = ({ name }: PrismaField): boolean => !/^[a-z][a-zA-Z\d]*$/.test(name.value);
    // What libraries and other programs lay down is told by its names.
    if (model.fields.some(isOdd) && (isLibraryTable(model, scope) || isMirror(model))) return;
    const groups = new Map<string, WrittenField[]>();
    for (const field of model.fields) {
      const name = field.name.value;
      // Keystone makes the other side of a relation.
      if (/^from_[A-Z]/.test(name)) continue;
      if (standardNames.has(name) || borrowedNames.has(name) || allowed.includes(name)) continue;
      const written = writtenField(field, scope);
      if (!isTelling(written) || isRawColumn(field, model, scope)) continue;
      const key = `${written.writing} ${written.isRelation}`;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [written]);
      else group.push(written);
    }
    for (const group of groups.values()) yield* factsOf(group, model);
  },
  *compare(facts, { casing }) {
    const columns = facts.filter(({ value }) => !value.isRelation);
    const relations = facts.filter(({ value }) => value.isRelation);
    const ofColumns = usualStyle(countWritings(columns.map(({ value }) => value)), casing, leastNames);
    const ofRelations =
      relations.reduce((sum, { value }) => sum + value.count, 0) < leastNames
        ? ofColumns
        : usualStyle(countWritings(relations.map(({ value }) => value)), casing, leastNames);
    if (ofColumns !== undefined) yield* findings(columns, ofColumns);
    if (ofRelations !== undefined) yield* findings(relations, ofRelations);
  },
});

const leastNames = 5;

/** Fields of one model that are written alike; a few are facts of their own, many one together. */
interface Fact extends Keyed {
  readonly model: string;
  readonly names: readonly string[];
  /** The same in the plural where a list is called as its model is: Prisma's formatter adds such. */
  readonly meant: readonly string[];
  readonly count: number;
  readonly writing: Writing;
  readonly span: Span;
  readonly isRelation: boolean;
  readonly canBeRenamed: boolean;
}

interface WrittenField {
  readonly name: string;
  readonly meant: string;
  readonly writing: Writing;
  readonly span: Span;
  readonly isRelation: boolean;
}

/** So many are told together. */
const many = 4;

/** Of a column one word tells no style, unless it begins with a capital; of a relation it tells that it does not. */
function isTelling({ writing, isRelation }: WrittenField): boolean {
  return writing !== 'UPPER' && writing !== 'unknown' && (writing !== 'lower' || isRelation);
}

/** Names of columns that hold what another API takes under this name. */
const borrowedNames: ReadonlySet<string> = wordSet(
  'tool_choice tool_calls tool_call_id response_format function_call finish_reason max_tokens top_p logit_bias',
);

function writtenField(field: PrismaField, scope: Scope): WrittenField {
  const { name, type, isList } = field;
  const isRelation = !isScalarType(type.value) && modelOf(field, scope) !== undefined;
  const isNamedAsType = isRelation && isList && foldedName(name.value) === foldedName(bareType(field));
  const meant = isNamedAsType ? pluralName(name.value) : name.value;
  return { name: name.value, meant, writing: writingOf(name.value), span: name.span, isRelation };
}

function factsOf(group: readonly WrittenField[], model: PrismaModel): readonly Fact[] {
  const parts = group.length < many ? group.map((one) => [one]) : [group];
  return parts.flatMap((part) => {
    const [first] = part;
    if (first === undefined) return [];
    const { writing, span, isRelation } = first;
    const names = part.map(({ name }) => name);
    const meant = part.map((one) => one.meant);
    const canBeRenamed = model.section.dialect === 'prisma7';
    const owner = model.name.value;
    return [{ key: 'fields', model: owner, names, meant, count: part.length, writing, span, isRelation, canBeRenamed }];
  });
}

function* findings(facts: readonly InSection<Fact>[], usual: UsualStyle) {
  const cause = manyOf(usual);
  for (const { section, value } of facts) {
    const { model, writing, span, isRelation, canBeRenamed } = value;
    // The table of another program, which the name of the model tells already.
    const isToldByModel = writing === 'snake_case' && writingOf(model) === 'snake_case';
    if (fitsStyle(writing, usual.style) || isToldByModel) continue;
    const reason = mostAre(usual, isRelation ? 'relation fields' : 'fields');
    const message = `${saidFields(value)} ${value.count > 1 ? 'are' : 'is'} ${saidWriting(writing)}, and ${reason}.`;
    yield { section, value: { span, message, fixes: canBeRenamed ? fixesFor(value, usual, section.uri) : [], cause } };
  }
}

function saidFields({ model, names: [first, ...others] }: Fact): string {
  return `\`${model}.${first}\`${others.length > 0 ? ` and ${others.length} more fields` : ''}`;
}

function fixesFor(fact: Fact, usual: UsualStyle, uri: string): readonly Fix[] {
  const { model, names, isRelation } = fact;
  const [first, ...rest] = names.map((from, at) => {
    const to = inStyle(fact.meant[at] ?? from, usual.style);
    return { kind: 'field', block: model, from, to } as const;
  });
  if (first === undefined) return [];
  const to = rest.length > 0 ? usual.style : `\`${first.to}\``;
  const kept = isRelation
    ? ''
    : `; ${rest.length > 0 ? 'their columns keep their names' : 'its column keeps its name'} by \`@map\``;
  return [renameFix(`Rename ${saidFields(fact)} to ${to}${kept}`, uri, [first, ...rest])];
}

/** `OrderItem` in the plural. */
function pluralName(name: string): string {
  const last = wordsOf(name).at(-1) ?? '';
  return (
    name.slice(0, name.length - last.length) + name.slice(-last.length, -last.length + 1) + pluralOf(last).slice(1)
  );
}

function manyOf(usual: UsualStyle): Cause {
  return {
    key: 'casing',
    message: (count) =>
      `At ${count} places names of fields are not ${usual.style}, as ${usual.isChosen ? 'they are to be' : 'most others are'}.`,
    fixTitle: (count) =>
      `Rename the fields at ${count} places to ${usual.style}; their columns keep their names by \`@map\``,
  };
}
