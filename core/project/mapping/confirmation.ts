import type { SchemaProperty } from '#core/openapi/model.ts';
import type { PrismaField } from '#core/prisma/model.ts';
import type { FieldMatch } from '#core/project/mapping/match.ts';
import type { MatchedFields } from '#core/project/mapping/matched-fields.ts';
import type { Candidate } from '#core/project/mapping/model-names.ts';
import { nameWords } from '#core/project/mapping/role-words.ts';
import { valueShape } from '#core/project/mapping/value-shape.ts';
import { foldedName, wordsOf } from '#core/text/casing.ts';

/** How far properties confirm what names say. */
export interface Confirmation {
  /** From 0 to 1; undefined where they do not. */
  readonly score: number | undefined;
  readonly matched: number;
  readonly all: number;
}

/** What names and properties must come to; a part of a name that agrees needs more of the others. */
const needed = {
  same: { share: 0.5, evidence: 0.5 },
  path: { share: 0.6, evidence: 1 },
  near: { share: 0.7, evidence: 3 },
} as const;

/** With as much, a smaller part of all properties is enough. */
const strong = { share: 0.6, evidence: 8 } as const;

/** So much evidence leaves no doubt. */
const plenty = 4;

/** Weighs the properties that are fields against those that are none. */
export function confirmation(
  { fields, unmatched }: MatchedFields,
  { model, likeness, isNear, how }: Candidate,
  isRelation: (field: PrismaField) => boolean,
): Confirmation {
  const others = unmatched.reduce((sum, property) => sum + weightOf(property), 0);
  const share = fields.length === 0 ? 0 : fields.length / (fields.length + others);
  const columns = new Set(fields.filter(({ field }) => !isRelation(field)));
  const evidence = fields.reduce((sum, match) => sum + weightOfMatch(match, columns), 0);
  const { share: least, evidence: enough } =
    needed[isNear ? 'near' : how === 'path' || how === 'below' || how === 'relation' ? 'path' : 'same'];
  const isEnvelope = unmatched.some((property) => holdsThing(property, model));
  const isConfirmed =
    columns.size > 0 && !isEnvelope && share >= leastShare(least, evidence, isNear) && evidence >= enough;
  const score = 0.5 * likeness + 0.35 * share + 0.15 * Math.min(1, evidence / plenty);
  return { score: isConfirmed ? score : undefined, matched: fields.length, all: fields.length + unmatched.length };
}

/** Where few properties agree, more of all must. */
function leastShare(least: number, evidence: number, isNear: boolean): number {
  if (evidence >= strong.evidence) return Math.min(least, strong.share);
  return isNear || evidence >= 3 ? least : Math.max(least, 0.6);
}

/** What is called as fields of most models are, and what only leads to others, says less. */
function weightOfMatch(match: FieldMatch, columns: ReadonlySet<FieldMatch>): number {
  return columns.has(match) && !isCommon(match.path.at(-1) ?? '') ? 1 : 0.5;
}

/** `orders` or `order` in what is called an order: that is a page of them, or an envelope. */
function holdsThing({ name, schema }: SchemaProperty, model: string): boolean {
  const shape = valueShape(schema);
  if (shape === 'scalar' || shape === 'flag') return false;
  const words = nameWords(name.value).join('');
  return words === nameWords(model).join('');
}

/** What an API works out, embeds or links to says little against a model. */
function weightOf({ name, schema }: SchemaProperty): number {
  const shape = valueShape(schema);
  if (shape === 'object' || shape === 'list' || schema.kind === 'openapi.reference') return 0.5;
  const words = wordsOf(name.value);
  return outer.has(words[0] ?? '') || outer.has(words.at(-1) ?? '') ? 0.5 : 1;
}

const outer: ReadonlySet<string> = new Set(
  'is has can count counts total totals links link href url self etag object'.split(' '),
);

/** True for a name that fields of most models have: that both sides have it says little. */
function isCommon(name: string): boolean {
  return common.has(foldedName(name));
}

const common: ReadonlySet<string> = new Set(
  'id uuid createdat updatedat deletedat created updated name title description type kind status state key value data metadata tags version'.split(
    ' ',
  ),
);
