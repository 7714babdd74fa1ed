import type { SchemaMapping } from '#core/config/schema-mapping.ts';
import type { Schema, SchemaProperty } from '#core/openapi/model.ts';
import { blockId } from '#core/prisma/block-name.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { leadsTo, modelOf } from '#core/prisma/named-block.ts';
import type { FieldNames } from '#core/project/mapping/field-names.ts';
import type { ModelMatch } from '#core/project/mapping/match.ts';
import { type Candidate, foundCandidate, ModelNames } from '#core/project/mapping/model-names.ts';
import { ModelSearch } from '#core/project/mapping/model-search.ts';
import { pathNouns } from '#core/project/mapping/path-nouns.ts';
import { Siblings } from '#core/project/mapping/siblings.ts';
import { writtenFields, writtenName } from '#core/project/mapping/written-mapping.ts';
import { type PrismaSchema, typedNames } from '#core/project/prisma-schema.ts';
import type { Scope } from '#core/rule.ts';
import type { TreeNode } from '#core/tree/tree.ts';
import { noteRead, noteReads, recordReads } from '#core/work/note-read.ts';
import type { ReadKey } from '#core/work/read.ts';
import { ifUnderstood, isUnderstood, NotUnderstood } from '#core/work/understood.ts';

/** Which models of a Prisma schema the schemas of a description describe. It answers for one review, and notes what it reads. */
export class DatabaseMap {
  readonly #schema: PrismaSchema;
  readonly #rootUri: string;
  readonly #written: SchemaMapping;
  readonly #scope: Scope;
  readonly #siblings: Siblings;
  readonly #known = new Map<TreeNode, Map<string, Answer<ModelMatch | undefined>>>();

  /** `rootUri`: that of the description; `written`: what its configuration says about it; `scope`: that of its nodes. */
  constructor(schema: PrismaSchema, rootUri: string, written: SchemaMapping, scope: Scope) {
    this.#schema = schema;
    this.#rootUri = rootUri;
    this.#written = written;
    this.#scope = scope;
    this.#siblings = new Siblings(scope);
  }

  /** As documented at `DatabaseScope.mappingFor`. */
  mappingFor(schema: Schema, path: string | undefined): ModelMatch | undefined {
    return this.#answer(schema, path ?? '', () => {
      const own = this.#own(schema);
      return own ?? (this.#isWritten(schema) ? undefined : this.#further(schema, path));
    });
  }

  /** As documented at `DatabaseScope.mappingWithin`. */
  mappingWithin(match: ModelMatch, property: Pick<SchemaProperty, 'name' | 'schema'>): ModelMatch | undefined {
    const field = match.fieldFor(property);
    const value = this.#scope.resolve(property.schema);
    const schema = this.#scope.resolve(value?.items) ?? value;
    const target = field && modelOf(field, this.#schema);
    if (field === undefined || schema === undefined || target === undefined) return undefined;
    const own = this.mappingFor(schema, undefined);
    if (own !== undefined || this.#isWritten(schema)) return own;
    const reason = `“${match.model.name.value}.${field.name.value}” leads to it`;
    return this.#search(schema).best([foundCandidate(blockId(target), 'relation', reason)]);
  }

  /** Why a schema describes no model: what speaks against the likeliest, or that there is none. */
  doubtOf(schema: Schema): string {
    const written = this.#writtenModel(schema);
    if (written !== undefined) return written.model === false ? written.reason : `there is no model “${written.model}”`;
    const doubts = this.#named(schema).flatMap((candidate) => {
      const model = ifUnderstood(() => this.model(candidate.model));
      if (model === undefined) return [];
      const { matched, all } = this.#search(schema).confirmation(candidate, model);
      return [{ matched, text: `${matched} of ${all} properties are fields of “${candidate.model}”` }];
    });
    return doubts.sort((a, b) => b.matched - a.matched)[0]?.text ?? 'no model is called so';
  }

  /** The names of all models; that they were read is noted for whoever asks. */
  get names(): ModelNames {
    for (const of of ['prisma.model', 'table', 'api', typedNames])
      noteRead({ kind: 'names', group: this.#schema.root, of });
    const names = namesOfSchema.get(this.#schema) ?? new ModelNames(this.#schema);
    namesOfSchema.set(this.#schema, names);
    return names;
  }

  /** True where the type of a field names a model. */
  leadsTo(field: PrismaField, model: PrismaModel): boolean {
    return leadsTo(field, model, this.#schema);
  }

  /**
   * A model by its name, which somebody may have written without that of its namespace. Of one with a line that is not understood nothing
   * is known: that may be any field.
   */
  model(name: string): PrismaModel | undefined {
    const model = this.#schema.find('prisma.model', name, '');
    if (model !== undefined && !isUnderstood(model.section)) throw new NotUnderstood();
    return model;
  }

  /** The names of a model's fields. */
  fieldNames(model: PrismaModel): FieldNames {
    return this.names.fieldsOf(model);
  }

  isUnderstood(): boolean {
    return this.#schema.isUnderstood();
  }

  /** What is written of a schema, or its name says. */
  #own(schema: Schema): ModelMatch | undefined {
    return this.#answer(schema, 'own', () => {
      const written = this.#writtenModel(schema);
      if (written === undefined) return this.#search(schema).best(this.#named(schema));
      const model = written.model === false ? undefined : this.model(written.model);
      return model && this.#search(schema).match(model, 1, [written.reason]);
    });
  }

  /** What others that are about the same say, then the path. What has a name of its own must be confirmed by more there. */
  #further(schema: Schema, path: string | undefined): ModelMatch | undefined {
    const name = nameOf(schema);
    const search = this.#search(schema);
    const alike = name === undefined ? undefined : search.best(this.#ofSiblings(name));
    if (alike !== undefined || path === undefined) return alike;
    const { noun, parent } = pathNouns(path, this.#scope);
    const candidates = noun === undefined ? [] : this.names.forSegment(noun, parent);
    return search.best(name === undefined ? candidates : candidates.map((each) => ({ ...each, isNear: true })));
  }

  /** The model that other components of the same thing describe, where they agree. */
  #ofSiblings(name: string): readonly Candidate[] {
    if (this.names.forSchema(name).every(({ isNear }) => !isNear)) return [];
    const found = new Map<string, string>();
    for (const other of this.#siblings.of(name)) {
      const sibling = this.#scope.find('openapi.schema', other);
      const match = sibling && this.#own(sibling);
      const model = match && blockId(match.model);
      if (model !== undefined && !found.has(model)) found.set(model, other);
    }
    const [only] = found;
    return found.size === 1 && only !== undefined
      ? [foundCandidate(only[0], 'sibling', `“${only[1]}” is about the same, and describes it`)]
      : [];
  }

  #named(schema: Schema): readonly Candidate[] {
    const name = nameOf(schema);
    return name === undefined ? [] : this.names.forSchema(name);
  }

  #isWritten(schema: Schema): boolean {
    return this.#writtenModel(schema) !== undefined;
  }

  /** What somebody wrote of a schema: at it, in `plumbline.yaml`, or above a model. */
  #writtenModel(schema: Schema): WrittenModel | undefined {
    const own = writtenName(schema.tree, 'x-prisma-model');
    if (own !== undefined) return { model: own, reason: '`x-prisma-model` says so' };
    const name = nameOf(schema);
    if (name === undefined) return undefined;
    const configured = this.#configured.models.get(name);
    if (configured !== undefined) return { model: configured, reason: '`plumbline.yaml` says so' };
    const declared = this.names.declaredFor(name);
    return declared === undefined ? undefined : { model: declared, reason: '`/// @api` above the model says so' };
  }

  get #configured(): SchemaMapping {
    noteRead({ kind: 'mapping', group: this.#rootUri });
    return this.#written;
  }

  #search(schema: Schema): ModelSearch {
    return new ModelSearch(schema, writtenFields(this.#configured.fields.get(nameOf(schema) ?? '')), this, this.#scope);
  }

  #answer(schema: Schema, question: string, find: () => ModelMatch | undefined): ModelMatch | undefined {
    const answers = this.#known.get(schema.tree) ?? new Map<string, Answer<ModelMatch | undefined>>();
    this.#known.set(schema.tree, answers);
    // The same tree may be a component and, behind an alias, something else.
    const key = `${nameOf(schema) ?? ''} ${question}`;
    const answer = answers.get(key) ?? recordReads(find);
    answers.set(key, answer);
    noteReads(answer.reads);
    return answer.result;
  }
}

/** A schema is the same object as long as its files are; who asks notes what was read. */
const namesOfSchema = new WeakMap<PrismaSchema, ModelNames>();

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
