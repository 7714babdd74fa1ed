import type { SchemaMapping } from '#core/config/schema-mapping.ts';
import type { Schema, SchemaProperty } from '#core/openapi/model.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { type Confirmation, confirmation } from '#core/project/mapping/confirmation.ts';
import { FieldNames } from '#core/project/mapping/field-names.ts';
import type { FieldMatch, ModelMatch } from '#core/project/mapping/match.ts';
import { type MatchedFields, matchedFields } from '#core/project/mapping/matched-fields.ts';
import { type Candidate, ModelNames, relatedCandidate } from '#core/project/mapping/model-names.ts';
import { pathNouns } from '#core/project/mapping/path-nouns.ts';
import { type WrittenFields, writtenFields, writtenName } from '#core/project/mapping/written-mapping.ts';
import type { PrismaSchema } from '#core/project/prisma-schema.ts';
import type { Scope } from '#core/rule.ts';
import type { TreeNode } from '#core/tree/tree.ts';
import { noteRead, noteReads, recordReads } from '#core/work/note-read.ts';
import type { ReadKey } from '#core/work/read.ts';
import { ifUnderstood, isUnderstood, NotUnderstood } from '#core/work/understood.ts';

/** Between the scores of two models there must be as much, or nobody knows which is meant. */
const margin = 0.05;

/** Which models of a Prisma schema the schemas of a description describe. */
export class DatabaseMap {
  readonly #schema: PrismaSchema;
  readonly #rootUri: string;
  readonly #written: SchemaMapping;
  readonly #known = new Map<TreeNode, Map<string, Answer<ModelMatch | undefined>>>();
  readonly #fieldNames = new Map<PrismaModel, FieldNames>();
  #names: Answer<ModelNames> | undefined;

  /** `rootUri`: that of the description; `written`: what its configuration says about it. */
  constructor(schema: PrismaSchema, rootUri: string, written: SchemaMapping) {
    this.#schema = schema;
    this.#rootUri = rootUri;
    this.#written = written;
  }

  /** As documented at `DatabaseScope.mappingFor`. */
  mappingFor(schema: Schema, path: string | undefined, scope: Scope): ModelMatch | undefined {
    const question = `${schema.role === 'component' ? schema.name?.value : ''} ${path ?? ''}`;
    const answers = this.#known.get(schema.tree) ?? new Map<string, Answer<ModelMatch | undefined>>();
    this.#known.set(schema.tree, answers);
    const answer = answers.get(question) ?? recordReads(() => this.#search(schema, path, scope));
    answers.set(question, answer);
    noteReads(answer.reads);
    return answer.result;
  }

  /** As documented at `DatabaseScope.mappingWithin`. */
  mappingWithin(
    match: ModelMatch,
    property: Pick<SchemaProperty, 'name' | 'schema'>,
    scope: Scope,
  ): ModelMatch | undefined {
    const field = match.fieldFor(property);
    const value = scope.resolve(property.schema);
    const schema = scope.resolve(value?.items) ?? value;
    if (field === undefined || schema === undefined || !this.names.has(field.type.value)) return undefined;
    const own = this.mappingFor(schema, undefined, scope);
    if (own !== undefined || this.#writtenModel(schema, nameOf(schema)) !== undefined) return own;
    const reason = `“${match.model.name.value}.${field.name.value}” leads to it`;
    const written = writtenFields(this.#written.fields.get(nameOf(schema) ?? ''));
    return this.#best([relatedCandidate(field.type.value, reason)], schema, written, scope);
  }

  /** The names of all models; that they were read is noted for whoever asks. */
  get names(): ModelNames {
    this.#names ??= recordReads(() => new ModelNames(this.#schema));
    noteReads(this.#names.reads);
    return this.#names.result;
  }

  /** A model by its name. Of one with a line that is not understood nothing is known: that may be any field. */
  model(name: string): PrismaModel | undefined {
    const model = this.#schema.find('prisma.model', name);
    if (model !== undefined && !isUnderstood(model.section)) throw new NotUnderstood();
    return model;
  }

  /** Why a schema describes no model: what speaks against the likeliest, or that there is none. */
  doubtOf(schema: Schema, path: string | undefined, scope: Scope): string {
    const name = nameOf(schema);
    const written = this.#writtenModel(schema, name);
    if (written !== undefined) return written.model === false ? written.reason : `there is no model “${written.model}”`;
    const named = name === undefined ? [] : this.names.forSchema(name);
    const doubts = [...named, ...this.#ofPath(path, scope)].flatMap((candidate) => {
      const model = ifUnderstood(() => this.model(candidate.model));
      if (model === undefined) return [];
      const fields = writtenFields(this.#written.fields.get(name ?? ''));
      const { matched, all } = this.#confirmation(candidate, model, schema, fields, scope);
      return [{ matched, text: `${matched} of ${all} properties are fields of “${candidate.model}”` }];
    });
    return doubts.sort((a, b) => b.matched - a.matched)[0]?.text ?? 'no model is called so';
  }

  /** The names of a model's fields. */
  fieldNames(model: PrismaModel): FieldNames {
    const { names } = this;
    const known = this.#fieldNames.get(model) ?? new FieldNames(model, (type) => names.has(type));
    this.#fieldNames.set(model, known);
    return known;
  }

  #search(schema: Schema, path: string | undefined, scope: Scope): ModelMatch | undefined {
    const name = nameOf(schema);
    noteRead({ kind: 'mapping', group: this.#rootUri });
    const written = this.#writtenModel(schema, name);
    const fields = writtenFields(this.#written.fields.get(name ?? ''));
    if (written !== undefined) {
      const model = written.model === false ? undefined : this.model(written.model);
      return model && this.#match(model, schema, fields, 1, [written.reason], scope);
    }
    const named = name === undefined ? [] : this.names.forSchema(name);
    const ofPath = this.#ofPath(path, scope);
    // What has a name of its own is called otherwise: that it stands there must be confirmed by more.
    const doubtful = name === undefined ? ofPath : ofPath.map((each) => ({ ...each, isNear: true }));
    return this.#best(named, schema, fields, scope) ?? this.#best(doubtful, schema, fields, scope);
  }

  /** What somebody wrote of a schema: at it, in `plumbline.yaml`, or above a model. */
  #writtenModel(schema: Schema, name: string | undefined): WrittenModel | undefined {
    const own = writtenName(schema.tree, 'x-prisma-model');
    if (own !== undefined) return { model: own, reason: '`x-prisma-model` says so' };
    if (name === undefined) return undefined;
    const configured = this.#written.models.get(name);
    if (configured !== undefined) return { model: configured, reason: '`plumbline.yaml` says so' };
    const declared = this.names.declaredFor(name);
    return declared === undefined ? undefined : { model: declared, reason: '`/// @api` above the model says so' };
  }

  #ofPath(path: string | undefined, scope: Scope): readonly Candidate[] {
    if (path === undefined) return [];
    const { noun, parent } = pathNouns(path, scope);
    return noun === undefined ? [] : this.names.forSegment(noun, parent);
  }

  #best(candidates: readonly Candidate[], schema: Schema, fields: WrittenFields, scope: Scope): ModelMatch | undefined {
    const found = candidates.flatMap((candidate) => this.#confirmed(candidate, schema, fields, scope) ?? []);
    const [first, second] = found.sort((a, b) => b.score - a.score);
    if (first === undefined || (second !== undefined && first.score - second.score < margin)) return undefined;
    // Behind text that is not understood a model may stand that is called so itself.
    if (first.isNear && !this.#schema.isUnderstood()) throw new NotUnderstood();
    return this.#match(first.model, schema, fields, first.score, first.reasons, scope);
  }

  #confirmed(
    candidate: Candidate,
    schema: Schema,
    written: WrittenFields,
    scope: Scope,
  ): (Pick<ModelMatch, 'model' | 'score' | 'reasons'> & { readonly isNear: boolean }) | undefined {
    const model = this.model(candidate.model);
    if (model === undefined) return undefined;
    const { score, matched, all } = this.#confirmation(candidate, model, schema, written, scope);
    if (score === undefined) return undefined;
    const fieldsText = `${matched} of ${all} ${all === 1 ? 'property is a field' : 'properties are fields'} of it`;
    return { model, score, reasons: [candidate.reason, fieldsText], isNear: candidate.isNear };
  }

  #confirmation(
    candidate: Candidate,
    model: PrismaModel,
    schema: Schema,
    written: WrittenFields,
    scope: Scope,
  ): Confirmation {
    const names = this.fieldNames(model);
    return confirmation(matchedFields(schema, names, written, scope), candidate, (field) => names.isRelation(field));
  }

  #match(
    model: PrismaModel,
    schema: Schema,
    written: WrittenFields,
    score: number,
    reasons: readonly string[],
    scope: Scope,
  ): ModelMatch {
    const matched = matchedFields(schema, this.fieldNames(model), written, scope);
    return { model, score, reasons, ...matched, fieldFor: fieldFinder(matched) };
  }
}

function nameOf({ role, name }: Schema): string | undefined {
  return role === 'component' ? name?.value : undefined;
}

interface WrittenModel {
  readonly model: string | false;
  readonly reason: string;
}

interface Answer<T> {
  readonly result: T;
  readonly reads: ReadonlySet<ReadKey>;
}

/** Looks up the field of a property by the property's name and place. */
function fieldFinder({
  fields,
}: MatchedFields): (property: Pick<SchemaProperty, 'name' | 'schema'>) => PrismaField | undefined {
  const byName = new Map<string, FieldMatch[]>();
  for (const match of fields) {
    const name = match.property.name.value;
    byName.set(name, [...(byName.get(name) ?? []), match]);
  }
  return ({ name, schema }) =>
    byName.get(name.value)?.find(({ property }) => property.schema.tree === schema.tree)?.field;
}
