import type { Schema, SchemaProperty } from '#core/openapi/model.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { type Confirmation, confirmation } from '#core/project/mapping/confirmation.ts';
import type { FieldNames } from '#core/project/mapping/field-names.ts';
import type { FieldMatch, ModelMatch } from '#core/project/mapping/match.ts';
import { type MatchedFields, matchedFields } from '#core/project/mapping/matched-fields.ts';
import type { Candidate } from '#core/project/mapping/model-names.ts';
import type { WrittenFields } from '#core/project/mapping/written-mapping.ts';
import type { Scope } from '#core/rule.ts';
import { NotUnderstood } from '#core/work/understood.ts';

/** Between the scores of two models there must be as much, or nobody knows which is meant. */
const margin = 0.05;

/** What is asked of the database while a schema's model is looked for. */
export interface SearchedModels {
  model(name: string): PrismaModel | undefined;
  fieldNames(model: PrismaModel): FieldNames;
  /** False where what is nowhere may stand in text that is not understood. */
  isUnderstood(): boolean;
}

/** One schema beside models it may describe. */
export class ModelSearch {
  readonly #schema: Schema;
  readonly #written: WrittenFields;
  readonly #models: SearchedModels;
  readonly #scope: Scope;

  constructor(schema: Schema, written: WrittenFields, models: SearchedModels, scope: Scope) {
    this.#schema = schema;
    this.#written = written;
    this.#models = models;
    this.#scope = scope;
  }

  /** The candidate that what the schema holds confirms; none where two are as likely. */
  best(candidates: readonly Candidate[]): ModelMatch | undefined {
    const found = candidates.flatMap((candidate) => this.#confirmed(candidate) ?? []);
    const [first, second] = found.sort((a, b) => b.score - a.score);
    if (first === undefined || (second !== undefined && first.score - second.score < margin)) return undefined;
    // Behind text that is not understood a model may stand that is called so itself.
    if (first.isNear && !this.#models.isUnderstood()) throw new NotUnderstood();
    return this.match(first.model, first.score, first.reasons);
  }

  /** The schema as one of this model, whatever it holds. */
  match(model: PrismaModel, score: number, reasons: readonly string[]): ModelMatch {
    const matched = this.#matched(model);
    return { model, score, reasons, ...matched, fieldFor: fieldFinder(matched) };
  }

  /** How far the schema confirms a candidate. */
  confirmation(candidate: Candidate, model: PrismaModel): Confirmation {
    const names = this.#models.fieldNames(model);
    return confirmation(this.#matched(model), candidate, (field) => names.isRelation(field));
  }

  #confirmed(
    candidate: Candidate,
  ): (Pick<ModelMatch, 'model' | 'score' | 'reasons'> & Pick<Candidate, 'isNear'>) | undefined {
    const model = this.#models.model(candidate.model);
    if (model === undefined) return undefined;
    const { score, matched, all } = this.confirmation(candidate, model);
    if (score === undefined) return undefined;
    const fields = `${matched} of ${all} ${all === 1 ? 'property is a field' : 'properties are fields'} of it`;
    return { model, score, reasons: [candidate.reason, fields], isNear: candidate.isNear };
  }

  #matched(model: PrismaModel): MatchedFields {
    return matchedFields(this.#schema, this.#models.fieldNames(model), this.#written, this.#scope);
  }
}

/** Looks up the field of a property by the property's name and place. */
function fieldFinder({
  fields,
}: MatchedFields): (property: Pick<SchemaProperty, 'name' | 'schema'>) => PrismaField | undefined {
  const byName = new Map<string, FieldMatch[]>();
  for (const match of fields) {
    const name = match.property.name.value;
    const known = byName.get(name);
    if (known === undefined) byName.set(name, [match]);
    else known.push(match);
  }
  return ({ name, schema }) =>
    byName.get(name.value)?.find(({ property }) => property.schema.tree === schema.tree)?.field;
}
