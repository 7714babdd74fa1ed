import type { PrismaModel } from '#core/prisma/model.ts';
import { FieldNames } from '#core/project/mapping/field-names.ts';
import { nameWords, subjectWords } from '#core/project/mapping/role-words.ts';
import type { PrismaSchema } from '#core/project/prisma-schema.ts';

/** A model that a name may mean. */
export interface Candidate {
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
  readonly #all: ReadonlySet<string>;
  readonly #fields = new Map<PrismaModel, FieldNames>();
  /** By folded, singular names. */
  readonly #byKey = new Map<string, string>();
  readonly #byTable = new Map<string, string>();
  /** By each word of the name. */
  readonly #byWord = new Map<string, NamedModel[]>();
  /** What `/// @api` says: the models by the schemas they are for, and by what those are about. */
  readonly #declared = new Map<string, string>();
  readonly #bySubject = new Map<string, string>();
  /** The models of which it says that the API has none. */
  readonly #hidden = new Set<string>();

  constructor(schema: PrismaSchema) {
    for (const { model, api } of schema.apiNames()) {
      if (api === false) this.#hidden.add(model);
      else {
        setFirst(this.#declared, api, model);
        setFirst(this.#bySubject, subjectWords(api).join(''), model);
      }
    }
    this.#all = new Set(schema.names('prisma.model'));
    for (const name of this.#all) if (!this.#hidden.has(name)) this.#add(name);
    for (const { model, table } of schema.tableNames()) {
      if (!this.#hidden.has(model)) setFirst(this.#byTable, nameWords(table).join(''), model);
    }
  }

  /** The names of a model's fields; made once. */
  fieldsOf(model: PrismaModel): FieldNames {
    const known = this.#fields.get(model) ?? new FieldNames(model, (type) => this.has(type));
    this.#fields.set(model, known);
    return known;
  }

  /** True for the name of a model. */
  has(name: string): boolean {
    return this.#all.has(name);
  }

  /** The model that says of itself which schema it is for. */
  declaredFor(schemaName: string): string | undefined {
    return this.#declared.get(schemaName);
  }

  /** The models a component's name may mean, the likeliest first. */
  forSchema(name: string): readonly Candidate[] {
    const subject = subjectWords(name);
    const shown = `“${name}”`;
    const same = this.#byKey.get(nameWords(name).join(''));
    if (same !== undefined) return [candidate(same, 'same', `${shown} is called as the model`)];
    const key = subject.join('');
    const byRole = key === '' ? undefined : (this.#bySubject.get(key) ?? this.#byKey.get(key));
    if (byRole !== undefined) return [candidate(byRole, 'role', `${shown} is “${byRole}” but for its role`)];
    const table = this.#tableOf(nameWords(name)) ?? this.#tableOf(subject);
    if (table !== undefined) return [candidate(table, 'table', `${shown} is called as the table`)];
    return this.#near(subject, shown);
  }

  /** The models a segment of a path may mean: below another thing (`/orders/{id}/items`) one of both names, too. */
  forSegment(segment: string, parent: string | undefined): readonly Candidate[] {
    const words = nameWords(segment);
    const shown = `“${segment}” in the path`;
    const both = parent === undefined ? [] : [...nameWords(parent), ...words];
    const below = both.length === 0 ? undefined : (this.#byKey.get(both.join('')) ?? this.#tableOf(both));
    const own = this.#byKey.get(words.join('')) ?? this.#tableOf(words);
    const found = [
      ...(below === undefined ? [] : [candidate(below, 'below', `${shown} stands below “${parent}”`)]),
      ...(own === undefined ? [] : [candidate(own, 'path', `${shown} is called as the model`)]),
    ];
    return found.length > 0 ? found : this.#near(words, shown);
  }

  #tableOf(words: readonly string[]): string | undefined {
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

  #add(name: string): void {
    const words = nameWords(name);
    setFirst(this.#byKey, words.join(''), name);
    const model = { name, words };
    for (const word of words) {
      const known = this.#byWord.get(word);
      if (known === undefined) this.#byWord.set(word, [model]);
      else known.push(model);
    }
  }
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
