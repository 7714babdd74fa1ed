import { segmentsOf } from '#core/openapi/effective/path-template.ts';
import { propertiesOf } from '#core/openapi/effective/schema-properties.ts';
import type { Schema } from '#core/openapi/model.ts';
import { mappedName } from '#core/prisma/field.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import type { PrismaSchema } from '#core/project/prisma-schema.ts';
import type { Scope } from '#core/rule.ts';
import { foldedName, wordsOf } from '#core/text/casing.ts';
import { singularOf } from '#core/text/english.ts';
import { findString, type TreeNode } from '#core/tree/tree.ts';
import { noteReads, recordReads } from '#core/work/note-read.ts';
import type { ReadKey } from '#core/work/read.ts';

/** How many of a schema's properties must be fields of a model before the two count as the same thing. */
const requiredShare = 0.6;

/** Words that say which side of the API a schema serves, not which thing it describes. */
const roleWords = new Set(
  'dto request response result create update upsert patch put post add edit get input output body payload form params details detail summary read write public new api model schema data resource view full base basic'.split(
    ' ',
  ),
);

/** Finds the Prisma model an OpenAPI schema describes. */
export class ModelMapping {
  #modelsRead: ReadonlyMap<string, PrismaModel> | undefined;
  readonly #schema: PrismaSchema;
  readonly #known = new Map<TreeNode, Map<string, Answer>>();

  constructor(schema: PrismaSchema) {
    this.#schema = schema;
  }

  /** As documented at `Scope.modelFor`. */
  modelFor(schema: Schema, path: string | undefined, scope: Scope): PrismaModel | undefined {
    const named = schema.role === 'component' ? schema.name?.value : undefined;
    const question = named ?? `path ${path ?? ''}`;
    const answers = this.#known.get(schema.tree) ?? new Map<string, Answer>();
    this.#known.set(schema.tree, answers);
    const answer = answers.get(question) ?? recordReads(() => this.#search(schema, named, path, scope));
    answers.set(question, answer);
    noteReads(answer.reads);
    return answer.result;
  }

  get #models(): ReadonlyMap<string, PrismaModel> {
    const models = this.#schema.all('prisma.model');
    this.#modelsRead ??= new Map(models.map((model) => [modelKey(model.name.value), model]));
    return this.#modelsRead;
  }

  #search(schema: Schema, named: string | undefined, path: string | undefined, scope: Scope): PrismaModel | undefined {
    const declared = findString(schema.tree, 'x-prisma-model')?.value;
    if (declared !== undefined) return this.#schema.find('prisma.model', declared);
    const keys = named === undefined ? [pathKey(path)] : schemaKeys(named);
    for (const key of keys) {
      const model = key === undefined ? undefined : this.#models.get(key);
      if (model !== undefined && fits(schema, model, named === undefined ? 2 : 1, scope)) return model;
    }
    return undefined;
  }
}

interface Answer {
  readonly result: PrismaModel | undefined;
  readonly reads: ReadonlySet<ReadKey>;
}

/** The folded, singular name of a model: `OrderItems` → `orderitem`. */
function modelKey(name: string): string {
  const words = [...wordsOf(name)];
  const last = words.pop() ?? '';
  return [...words, singularOf(last)].join('');
}

/** The keys a component's name may stand for: as it is, then without the words that name its role. */
function schemaKeys(name: string): readonly string[] {
  const words = wordsOf(name);
  const core = words.filter((word) => !roleWords.has(word) && !/^v\d+$/.test(word));
  return [modelKey(name), modelKey(core.join('_'))].filter((key) => key !== '');
}

function pathKey(path: string | undefined): string | undefined {
  const names = path === undefined ? [] : segmentsOf(path).filter((segment) => !segment.includes('{'));
  const last = names.at(-1);
  return last === undefined || last === '' ? undefined : modelKey(last);
}

function fits(schema: Schema, model: PrismaModel, atLeast: number, scope: Scope): boolean {
  const fields = new Set(model.fields.flatMap(fieldKeys));
  const properties = propertiesOf(schema, scope).map(({ name }) => foldedName(name.value));
  const shared = properties.filter((property) => fields.has(property)).length;
  return shared >= atLeast && shared >= requiredShare * properties.length;
}

/** A field may be known by its own name or by that of its column. */
function fieldKeys(field: PrismaField): readonly string[] {
  return [field.name.value, mappedName(field)?.value ?? field.name.value].map(foldedName);
}
