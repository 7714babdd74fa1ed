import type { Schema } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { providerOf } from '#core/prisma/provider.ts';
import { type DatabaseScope, type Finding, globalRule, type Keyed } from '#core/rule.ts';
import type { Section } from '#core/text/section.ts';
import type { Span } from '#core/text/span.ts';
import { findEntry, findNumber, findString } from '#core/tree/tree.ts';
import { contractMatchesDatabase } from '#rules/checklist.ts';
import { type ColumnRange, columnRange } from '#rules/detectors/cross/column-range.ts';
import {
  columnName,
  type DescribedField,
  describedFields,
  describedName,
} from '#rules/detectors/cross/described-fields.ts';
import { valueSchema } from '#rules/detectors/cross/value-schema.ts';
import { isWrittenInPlace } from '#rules/detectors/openapi/written-in-place.ts';
import { prismaDocumentation } from '#rules/sources.ts';

const description = (maximum: string): string => `openapi: 3.1.0
paths:
  /counters:
    post:
      requestBody:
        content:
          application/json:
            schema:
              $ref: '#/components/schemas/NewCounter'
      responses:
        '201':
          description: The counter.
components:
  schemas:
    NewCounter:
      type: object
      required: [label, steps]
      properties:
        label:
          type: string
        steps:
          type: integer
          minimum: 0
          ${maximum}
`;

const schema = `datasource db {
  provider = "postgresql"
}

model Counter {
  id    Int    @id @default(autoincrement())
  label String
  steps Int    @db.SmallInt
}
`;

export const numberFitsColumn = globalRule({
  id: 'cross/number-fits-column',
  summary: 'Accept no number its column cannot hold.',
  why: 'A number that the description allows and the column does not hold makes the insert fail, and clients get a 500 where they should have got a 400; of decimal places that are too many the database rounds some off, and says nothing.',
  item: contractMatchesDatabase,
  references: [
    prismaDocumentation('Native database types', 'reference/prisma-schema-reference#model-field-scalar-types'),
  ],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'More steps than a SmallInt has room for',
      bad: { 'openapi.yaml': description('«maximum»: 100000'), 'schema.prisma': schema },
      good: { 'openapi.yaml': description('maximum: 32767'), 'schema.prisma': schema },
    },
  ],
  on: ['openapi.schema', 'openapi.operation'],
  needs: ['database', 'usage'],
  *gather(node, scope): Iterable<Draft> {
    for (const described of describedFields(node, scope)) yield* draftsOf(described, scope);
  },
  complete({ owner, ...fact }, { usage }): Fact | undefined {
    return usage(owner).inRequest ? fact : undefined;
  },
  *compare(facts) {
    const [first] = facts;
    if (first !== undefined) yield { section: first.value.section, value: tooMuch(first.value) };
  },
});

interface Draft extends Fact {
  readonly owner: Schema;
}

interface Fact extends Keyed {
  readonly section: Section;
  readonly span: Span;
  readonly named: string;
  readonly column: string;
  readonly excess: Excess;
  /** Keys to the bound; undefined where it cannot be written. */
  readonly site: { readonly uri: string; readonly pointer: readonly string[] } | undefined;
  readonly stored: { readonly section: Section; readonly span: Span };
}

interface Excess {
  readonly keyword: 'maximum' | 'minimum' | 'multipleOf' | 'pattern';
  /** `may be 100000` */
  readonly allowed: string;
  /** `holds 32767 at most` */
  readonly held: string;
  /** What the bound should be. */
  readonly bound: number | undefined;
}

function* draftsOf(described: DescribedField, scope: DatabaseScope): Iterable<Draft> {
  const { property, field } = described;
  const range = columnRange(field, providerOf(scope.roots('prisma.datasource')));
  const value = range && valueSchema(property.schema, scope);
  // What a shared component says is said of more than this column.
  const isShared = property.schema.kind !== 'openapi.schema' || value?.role === 'component';
  if (range === undefined || value === undefined || isShared || value.readOnly) return;
  const { section, location, tree } = value;
  for (const excess of excessesOf(value, range)) {
    const isFixed = excess.bound !== undefined && isWrittenInPlace(value, excess.keyword);
    const pointer = [...pointerOf(location), excess.keyword];
    yield {
      key: JSON.stringify([section.uri, ...pointer]),
      section,
      span: findEntry(tree, excess.keyword)?.key.span ?? value.anchor,
      named: describedName(described),
      column: columnName(described),
      excess,
      site: isFixed ? { uri: section.uri, pointer } : undefined,
      stored: { section: field.section, span: field.type.span },
      owner: property.owner,
    };
  }
}

function* excessesOf({ tree }: Schema, { least, most, places }: ColumnRange): Iterable<Excess> {
  const [maximum, minimum] = [findNumber(tree, 'maximum')?.value, findNumber(tree, 'minimum')?.value];
  if (maximum !== undefined && maximum - most > 10 ** -(places ?? 0) / 2)
    yield { keyword: 'maximum', allowed: `may be ${maximum}`, held: `holds ${most} at most`, bound: most };
  if (minimum !== undefined && minimum < least)
    yield { keyword: 'minimum', allowed: `may be ${minimum}`, held: `holds ${least} at least`, bound: least };
  if (places === undefined) return;
  const fine = finestOf(tree);
  if (fine !== undefined && fine.places > places)
    yield {
      keyword: fine.keyword,
      allowed: `may have ${fine.places} decimal places`,
      held: `keeps ${places}`,
      bound: fine.keyword === 'multipleOf' ? 10 ** -places : undefined,
    };
}

interface Fineness {
  readonly keyword: 'multipleOf' | 'pattern';
  readonly places: number;
}

/** How many decimal places a number has by `multipleOf: 0.001`, or a text by `\.\d{1,3}$`. */
function finestOf(tree: Schema['tree']): Fineness | undefined {
  const step = findNumber(tree, 'multipleOf')?.value;
  const digits = step === undefined ? undefined : /^1e-(\d+)$|^0\.(0*)[1-9]\d*$/.exec(String(step));
  if (digits !== undefined && digits !== null)
    return { keyword: 'multipleOf', places: digits[1] === undefined ? String(step).length - 2 : Number(digits[1]) };
  const most = decimalPattern.exec(findString(tree, 'pattern')?.value ?? '')?.[1];
  return most === undefined ? undefined : { keyword: 'pattern', places: Number(most) };
}

/** A point or its class, digits with a bound, the end: `\.\d{2}$`, `(?:[.][0-9]{1,4})?$`. */
const decimalPattern = /(?:\\\.|\[\.\])(?:\\d|\[0-9\])\{(?:\d{1,2},)?(\d{1,2})\}\)?\??\$$/;

function tooMuch({ span, named, column, excess, site, stored }: Fact): Finding {
  const { keyword, allowed, held, bound } = excess;
  return {
    span,
    message: `\`${named}\` ${allowed}, but its column ${held}.`,
    fixes:
      site === undefined || bound === undefined
        ? []
        : [
            {
              title: `Set \`${keyword}: ${bound}\` of \`${named}\``,
              safety: 'review',
              changes: [{ kind: 'set', ...site, value: bound }],
            },
          ],
    related: [{ ...stored, message: `${column} ${held}.` }],
  };
}
