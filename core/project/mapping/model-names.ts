import { bareName } from '#core/prisma/block-name.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { modelOf } from '#core/prisma/named-block.ts';
import { FieldNames } from '#core/project/mapping/field-names.ts';
import { nameWords, subjectWords } from '#core/project/mapping/role-words.ts';
import type { PrismaSchema } from '#core/project/prisma-schema.ts';
import { unnoted } from '#core/work/note-read.ts';

/** A model that a name may mean. */
export interface Candidate {
  /** Its `blockId`. */
  readonly model: string;
  /** How well the names agree, up to 1. */
  readonly likeness: number;
  readonly how: Likeness;
  /** True where only a part of the names agrees: then what they have in common must tell more. */
  readonly isNear: boolean;
  readonly reason: string;
}

/** The ways names agree. `below`: a path and what it stands below are called as the model together. */
export type Likeness = 'same' | 'table' | 'role' | 'sibling' | 'relation' | 'path' | 'below' | 'near';

/** How well names agree, by the way they do. */
const likeness = {
  same: 1,
  table: 0.95,
  role: 0.9,
  sibling: 0.8,
  relation: 0.85,
  path: 0.8,
  below: 0.85,
  near: 0.65,
} as const satisfies {
  readonly [L in Likeness]: number;
};

/** The names of the models of a schema, to be looked up by what an API calls them. */
export class ModelNames {
  readonly #schema: PrismaSchema;
  readonly #fields = new Map<PrismaModel, FieldNames>();
  /** By folded, singular names. */
  readonly #byKey = new Map<string, string[]>();
  readonly #byTable = new Map<string, string[]>();
  /** By the names of namespace and model together: `AuthUser`. */
  readonly #byBoth = new Map<string, string>();
  /** By each word of the name. */
  readonly #byWord = new Map<string, NamedModel[]>();
  /** What `/// @api` says: the models by the schemas they are for, and by what those are about. */
  readonly #declared = new Map<string, string>();
  readonly #bySubject = new Map<string, string>();
  /** The models of which it says that the API has none. */
  readonly #hidden = new Set<string>();

  constructor(schema: PrismaSchema) {
    this.#schema = schema;
    for (const { model, api } of schema.apiNames()) {
      if (api === false) this.#hidden.add(model);
      else {
        setFirst(this.#declared, api, model);
        setFirst(this.#bySubject, subjectWords(api).join(''), model);
      }
    }
    for (const id of schema.names('prisma.model')) if (!this.#hidden.has(id)) this.#add(id);
    for (const { model, table } of schema.tableNames()) {
      if (!this.#hidden.has(model)) addAlike(this.#byTable, nameWords(table).join(''), model);
    }
  }

  /** The names of a model's fields; made once. Which names there are is read by whoever asks. */
  fieldsOf(model: PrismaModel): FieldNames {
    const isRelation = (field: PrismaField) => unnoted(() => modelOf(field, this.#schema)) !== undefined;
    const known = this.#fields.get(model) ?? new FieldNames(model, isRelation);
    this.#fields.set(model, known);
    return known;
  }

  /** The model that says of itself which schema it is for. */
  declaredFor(schemaName: string): string | undefined {
    return this.#declared.get(schemaName);
  }

  /** The models a component's name may mean, the likeliest first. */
  forSchema(name: string): readonly Candidate[] {
    const subject = subjectWords(name);
    const shown = `“${name}”`;
    const words = nameWords(name).join('');
    const same = this.#byKey.get(words);
    if (same !== undefined) return same.map((id) => candidate(id, 'same', `${shown} is called as the model`));
    const both = this.#byBoth.get(words);
    if (both !== undefined) return [candidate(both, 'same', `${shown} is called as the model in its namespace`)];
    const key = subject.join('');
    const byRole = key === '' ? [] : this.#ofSubject(key);
    if (byRole.length > 0) return byRole.map((id) => candidate(id, 'role', `${shown} is “${id}” but for its role`));
    const tables = this.#tablesOf(nameWords(name)) ?? this.#tablesOf(subject);
    if (tables !== undefined) return tables.map((id) => candidate(id, 'table', `${shown} is called as the table`));
    return this.#near(subject, shown);
  }

  /** The models a segment of a path may mean: below another thing (`/orders/{id}/items`) one of both names, too. */
  forSegment(segment: string, parent: string | undefined): readonly Candidate[] {
    const words = nameWords(segment);
    const shown = `“${segment}” in the path`;
    const both = parent === undefined ? [] : [...nameWords(parent), ...words];
    const below = both.length === 0 ? undefined : (this.#byKey.get(both.join('')) ?? this.#tablesOf(both));
    const own = this.#byKey.get(words.join('')) ?? this.#tablesOf(words);
    const found = [
      ...(below ?? []).map((id) => candidate(id, 'below', `${shown} stands below “${parent}”`)),
      ...(own ?? []).map((id) => candidate(id, 'path', `${shown} is called as the model`)),
    ];
    return found.length > 0 ? found : this.#near(words, shown);
  }

  #ofSubject(key: string): readonly string[] {
    const declared = this.#bySubject.get(key);
    return declared === undefined ? (this.#byKey.get(key) ?? []) : [declared];
  }

  #tablesOf(words: readonly string[]): readonly string[] | undefined {
    return words.length === 0 ? undefined : this.#byTable.get(words.join(''));
  }

  /** Names of which one holds all words of the other in their order: `Schedule` and `TaskSchedule`, `ShopOrder` and `Order`. */
  #near(words: readonly string[], shown: string): readonly Candidate[] {
    const last = words.at(-1);
    if (last === undefined) return [];
    const models = new Set(words.flatMap((word) => this.#byWord.get(word) ?? []));
    const found = [...models].flatMap(({ name, words: own }) => {
      if (holds(own, words)) return [candidate(name, 'near', `“${name}” has the words of ${shown}`)];
      return endsWith(words, own) ? [candidate(name, 'near', `${shown} ends in “${name}”`)] : [];
    });
    return found.length > mostNear ? [] : found;
  }

  #add(id: string): void {
    const words = nameWords(bareName(id));
    addAlike(this.#byKey, words.join(''), id);
    if (bareName(id) !== id) setFirst(this.#byBoth, nameWords(id.replace('.', '_')).join(''), id);
    const model = { name: id, words };
    for (const word of words) {
      const known = this.#byWord.get(word);
      if (known === undefined) this.#byWord.set(word, [model]);
      else known.push(model);
    }
  }
}

/** The first one, and those of other namespaces that have the same name. */
function addAlike(ids: Map<string, string[]>, key: string, id: string): void {
  const known = ids.get(key);
  if (known === undefined) ids.set(key, [id]);
  else if (known.some((each) => bareName(each) === bareName(id))) known.push(id);
}

/** The likeliest; undefined where another one is called the same. */
export function likeliest([first, second]: readonly Candidate[]): Candidate | undefined {
  const isAlike = first !== undefined && second !== undefined && bareName(first.model) === bareName(second.model);
  return isAlike ? undefined : first;
}

interface NamedModel {
  readonly name: string;
  readonly words: readonly string[];
}

/** A model that something else than names tells of. */
export function foundCandidate(model: string, how: 'relation' | 'sibling', reason: string): Candidate {
  return candidate(model, how, reason);
}

function candidate(model: string, how: Likeness, reason: string): Candidate {
  return { model, how, likeness: likeness[how], isNear: how === 'near', reason };
}

/** A word that more models have in their names tells them apart no more. */
const mostNear = 10;

/** So many words may one name have more than the other. */
const mostMore = 2;

function holds(longer: readonly string[], shorter: readonly string[]): boolean {
  if (longer.length - shorter.length > mostMore) return false;
  let at = 0;
  for (const word of longer) if (word === shorter[at]) at++;
  return at === shorter.length;
}

function endsWith(longer: readonly string[], shorter: readonly string[]): boolean {
  const more = longer.length - shorter.length;
  return more > 0 && more <= mostMore && shorter.every((word, index) => longer[more + index] === word);
}

function setFirst(map: Map<string, string>, key: string, value: string): void {
  if (key !== '' && !map.has(key)) map.set(key, value);
}
