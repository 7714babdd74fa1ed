import { segmentsOf, templateNames } from '#core/openapi/effective/path-template.ts';
import { propertiesOf } from '#core/openapi/effective/schema-properties.ts';
import type { Schema, SchemaProperty } from '#core/openapi/model.ts';
import { mappedName } from '#core/prisma/field.ts';
import { indexesOf } from '#core/prisma/indexes.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { foreignKeysOf } from '#core/prisma/relation.ts';
import type { ModelMatch, PathKey, PathMatch } from '#core/project/mapping/match.ts';
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

/** Which model of a Prisma schema what of a description describes. */
export class DatabaseMap {
  #modelsRead: ReadonlyMap<string, PrismaModel> | undefined;
  readonly #schema: PrismaSchema;
  readonly #known = new Map<TreeNode, Map<string, Answer>>();

  constructor(schema: PrismaSchema) {
    this.#schema = schema;
  }

  /** As documented at `DatabaseScope.mappingFor`. */
  mappingFor(schema: Schema, path: string | undefined, scope: Scope): ModelMatch | undefined {
    const named = schema.role === 'component' ? schema.name?.value : undefined;
    const question = named ?? `path ${path ?? ''}`;
    const answers = this.#known.get(schema.tree) ?? new Map<string, Answer>();
    this.#known.set(schema.tree, answers);
    const answer = answers.get(question) ?? recordReads(() => this.#search(schema, named, path, scope));
    answers.set(question, answer);
    noteReads(answer.reads);
    return answer.result;
  }

  /** As documented at `DatabaseScope.modelOfPath`. */
  modelOfPath(path: string, scope: Scope): PathMatch | undefined {
    const resource = scope.resource(path);
    const model = resource && this.#models.get(pathKey(path) ?? '');
    if (resource === undefined || model === undefined) return undefined;
    const names = resource.kind === 'collection' ? 'many' : 'one';
    const keys = templateNames(path).flatMap(({ value }) => keyOf(value, model));
    return { model, names, score: 0.8, reasons: ['the path is called as the model'], keys };
  }

  get #models(): ReadonlyMap<string, PrismaModel> {
    const models = this.#schema.all('prisma.model');
    this.#modelsRead ??= new Map(models.map((model) => [modelKey(model.name.value), model]));
    return this.#modelsRead;
  }

  #search(schema: Schema, named: string | undefined, path: string | undefined, scope: Scope): ModelMatch | undefined {
    const declared = findString(schema.tree, 'x-prisma-model')?.value;
    if (declared !== undefined) {
      const model = this.#schema.find('prisma.model', declared);
      return model && matchOf(model, schema, scope, 1, '`x-prisma-model` says so');
    }
    const keys = named === undefined ? [pathKey(path)] : schemaKeys(named);
    for (const key of keys) {
      const model = key === undefined ? undefined : this.#models.get(key);
      if (model !== undefined && fits(schema, model, named === undefined ? 2 : 1, scope))
        return matchOf(model, schema, scope, 0.8, 'the names are the same');
    }
    return undefined;
  }
}

interface Answer {
  readonly result: ModelMatch | undefined;
  readonly reads: ReadonlySet<ReadKey>;
}

function matchOf(model: PrismaModel, schema: Schema, scope: Scope, score: number, reason: string): ModelMatch {
  const properties = propertiesOf(schema, scope);
  const fields = properties.flatMap((property) => {
    const field = fieldNamed(model, property.name.value);
    return field === undefined
      ? []
      : [{ property, path: [property.name.value], field, reason: 'the names are the same' }];
  });
  const unmatched = properties.filter((property) => !fields.some((match) => match.property === property));
  const fieldFor = ({ name }: Pick<SchemaProperty, 'name'>) => fieldNamed(model, name.value);
  return { model, score, reasons: [reason], fields, unmatched, fieldFor };
}

function fieldNamed({ fields }: PrismaModel, name: string): PrismaField | undefined {
  const key = foldedName(name);
  return fields.find((field) => fieldKeys(field).includes(key));
}

/** `{tenant}` for `tenantId`, `{slug}` for `slug`. */
function keyOf(parameter: string, model: PrismaModel): readonly PathKey[] {
  const field = fieldNamed(model, `${parameter}Id`) ?? fieldNamed(model, parameter);
  if (field === undefined) return [];
  const isUnique = indexesOf(model).some(
    ({ kind, fields }) =>
      (kind === 'id' || kind === 'unique') && fields.length === 1 && fields[0]?.value === field.name.value,
  );
  const isForeign = foreignKeysOf(model).some(({ fields }) => fields.some(({ value }) => value === field.name.value));
  return isForeign ? [] : [{ parameter, model, field, isUnique, column: field }];
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
