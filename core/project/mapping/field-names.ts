import { defaultOf, isScalarType, mappedName } from '#core/prisma/field.ts';
import { indexesOf } from '#core/prisma/indexes.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { foreignKeysOf } from '#core/prisma/relation.ts';
import { timeKey } from '#core/project/mapping/time-key.ts';
import type { ValueShape } from '#core/project/mapping/value-shape.ts';
import { foldedName, wordsOf } from '#core/text/casing.ts';
import { singularOf } from '#core/text/english.ts';

/** A field a name stands for, and why. */
export interface NamedField {
  readonly field: PrismaField;
  /** Continues “because …”. */
  readonly reason: string;
  /** True for the key of a relation under the relation's own name: a text there may as well be what the row is called. */
  readonly isBareKey?: true;
}

/** The fields of a model, to be looked up by what an API calls them. */
export class FieldNames {
  readonly #model: PrismaModel;
  readonly #relations: ReadonlySet<PrismaField>;
  readonly #byKey = new Map<string, PrismaField>();
  readonly #byColumn = new Map<string, PrismaField>();
  readonly #byTime = new Map<string, PrismaField>();
  /** The relations by their names, and those to many by the names of one of them. */
  readonly #relationByKey = new Map<string, PrismaField>();
  readonly #relationByOne = new Map<string, PrismaField>();
  /** What names of fields begin with, word by word. */
  readonly #beginnings = new Set<string>();
  /** The primary key where it is one column, and the single columns of foreign keys by their relations. */
  readonly key: PrismaField | undefined;
  readonly #foreignKeys = new Map<PrismaField, PrismaField>();

  /** `isRelation`: true for a field whose type is a model. */
  constructor(model: PrismaModel, isRelation: (field: PrismaField) => boolean) {
    this.#model = model;
    this.#relations = new Set(model.fields.filter(isRelation));
    for (const field of model.fields) {
      setFirst(this.#byKey, foldedName(field.name.value), field);
      setFirst(this.#byColumn, foldedName(mappedName(field)?.value ?? ''), field);
      if (field.type.value === 'DateTime') setFirst(this.#byTime, timeKey(field.name.value), field);
      for (const beginning of beginningsOf(field.name.value)) this.#beginnings.add(beginning);
    }
    for (const relation of this.#relations) {
      const called = foldedName(relation.name.value);
      setFirst(this.#relationByKey, called, relation);
      if (relation.isList) setFirst(this.#relationByOne, singularOf(called), relation);
    }
    const byName = new Map(model.fields.map((field) => [field.name.value, field]));
    const only = ([column, ...others]: readonly { readonly value: string }[]): PrismaField | undefined =>
      others.length > 0 || column === undefined ? undefined : byName.get(column.value);
    this.key = only(indexesOf(model).find(({ kind }) => kind === 'id')?.fields ?? []);
    for (const { field, fields } of foreignKeysOf(model)) {
      const column = only(fields);
      if (column !== undefined) this.#foreignKeys.set(field, column);
    }
  }

  /** True where fields begin with this name: `address` where its parts have columns of their own. */
  hasPrefix(name: string): boolean {
    return this.#beginnings.has(foldedName(name));
  }

  isRelation(field: PrismaField): boolean {
    return this.#relations.has(field);
  }

  /** The field that a value of this shape under this name stands for. */
  find(name: string, shape: ValueShape): NamedField | undefined {
    const named = this.named(name);
    if (named !== undefined) return this.#fitting(named, shape);
    return (
      this.#byRelation(name, shape) ??
      this.#withoutModel(name, shape) ??
      this.#ofTime(name, shape) ??
      this.#flag(name, shape)
    );
  }

  /** The field of this very name, or whose column has it, in any casing; what it holds is not looked at. */
  named(name: string): NamedField | undefined {
    const key = foldedName(name);
    const field = this.#byKey.get(key);
    if (field !== undefined) return { field, reason: 'the names are the same' };
    const mapped = this.#byColumn.get(key);
    return mapped && { field: mapped, reason: 'its column is called so' };
  }

  /** The column that stands for the key outside: one that is called so or, for a text, the only one that is made where the key is a number. */
  publicKey(isText: boolean): PrismaField | undefined {
    const uniques = indexesOf(this.#model).filter(({ kind, fields }) => kind === 'unique' && fields.length === 1);
    const names = new Set(uniques.map(({ fields }) => fields[0]?.value));
    const columns = this.#model.fields.filter(({ name }) => names.has(name.value));
    const called = columns.filter(({ name }) => publicKeys.has(foldedName(name.value)));
    const made = columns.filter((field) => field.type.value === 'String' && defaultOf(field)?.kind === 'call');
    const isNumbered = isText && this.key !== undefined && numbers.has(this.key.type.value);
    return called[0] ?? (isNumbered && made.length === 1 ? made[0] : undefined);
  }

  /** The only column of a relation's key; undefined on the side that does not hold it. */
  foreignKeyOf(relation: PrismaField): PrismaField | undefined {
    return this.#foreignKeys.get(relation);
  }

  /** A relation is no single value: that is its key. */
  #fitting({ field, reason }: NamedField, shape: ValueShape): NamedField | undefined {
    if (!this.#relations.has(field)) return mayHold(field, shape) ? { field, reason } : undefined;
    if (shape === 'unknown' || shape === (field.isList ? 'list' : 'object')) return { field, reason };
    const key = shape === 'scalar' ? this.foreignKeyOf(field) : undefined;
    return key && { field: key, reason: `it is the key of “${field.name.value}”`, isBareKey: true };
  }

  /** `customerId` where the key of the relation `customer` is called otherwise, `tagIds` for the relation `tags`. */
  #byRelation(name: string, shape: ValueShape): NamedField | undefined {
    const words = wordsOf(name);
    const last = words.at(-1);
    const thing = words.slice(0, -1).join('');
    if (thing === '' || shape === 'object' || shape === 'flag') return undefined;
    const many = last === 'ids' && shape !== 'scalar' ? this.#relationByOne.get(thing) : undefined;
    if (many !== undefined) return { field: many, reason: `it lists the keys of “${many.name.value}”` };
    const one = last === 'id' ? this.#relationByKey.get(thing) : undefined;
    const key = one && this.foreignKeyOf(one);
    return one && key && { field: key, reason: `it is the key of “${one.name.value}”` };
  }

  /** `orderNumber` of an order is its `number`, and `orderId` or `id` its only key. */
  #withoutModel(name: string, shape: ValueShape): NamedField | undefined {
    const words = wordsOf(name);
    const own = wordsOf(this.#model.name.value);
    for (const prefix of words.join('') === 'id' ? [] : [own, own.slice(-1)]) {
      const begins = words.length > prefix.length && prefix.every((word, index) => word === words[index]);
      const short = begins ? this.#byKey.get(words.slice(prefix.length).join('')) : undefined;
      const field = short ?? this.#byKey.get([...prefix, ...words].join(''));
      if (field !== undefined && this.#isColumnFor(field, shape))
        return { field, reason: 'they are the same but for the name of the model' };
    }
    const isKey = ['id', `${own.at(-1)}id`, `${own.join('')}id`].includes(words.join(''));
    const key = isKey && (shape === 'scalar' || shape === 'unknown') ? this.key : undefined;
    return key && { field: key, reason: 'it is the only key' };
  }

  /** `created` and `updated_on` for `createdAt` and `updatedAt`, `expires` for `expiresAt`. */
  #ofTime(name: string, shape: ValueShape): NamedField | undefined {
    const key = shape === 'scalar' || shape === 'unknown' ? timeKey(name) : '';
    const field = key === '' ? undefined : this.#byTime.get(key);
    return field && { field, reason: 'both names are of one time' };
  }

  /** `active` for `isActive`. */
  #flag(name: string, shape: ValueShape): NamedField | undefined {
    const words = wordsOf(name);
    const other = words[0] === 'is' ? words.slice(1) : ['is', ...words];
    const field = shape === 'flag' ? this.#byKey.get(other.join('')) : undefined;
    return field?.type.value === 'Boolean' ? { field, reason: 'they are the same but for “is”' } : undefined;
  }

  #isColumnFor(field: PrismaField, shape: ValueShape): boolean {
    return !this.#relations.has(field) && mayHold(field, shape);
  }
}

/** So many words of a name are looked at. */
const mostWords = 6;

/** The beginnings of a name, without the whole: of three words two. */
function beginningsOf(name: string): readonly string[] {
  const words = wordsOf(name).slice(0, mostWords);
  return words.slice(0, -1).map((_, index) => words.slice(0, index + 1).join(''));
}

const publicKeys: ReadonlySet<string> = new Set('publicid friendlyid publicuuid externaluuid shortid'.split(' '));

const numbers: ReadonlySet<string> = new Set(['Int', 'BigInt']);

/** False for what is told property by property where the column is one value. */
function mayHold({ type, isList }: PrismaField, shape: ValueShape): boolean {
  return shape !== 'object' || isList || !isScalarType(type.value) || type.value === 'Json';
}

function setFirst(map: Map<string, PrismaField>, key: string, field: PrismaField): void {
  if (key !== '' && !map.has(key)) map.set(key, field);
}
