import type { PathItem } from '#core/openapi/model.ts';
import { pathItemsOf } from '#core/openapi/resources/path-items.ts';
import type { JudgedPart, PathResource } from '#core/openapi/resources/path-resource.ts';
import { blockId } from '#core/prisma/block-name.ts';
import type { PrismaModel } from '#core/prisma/model.ts';
import type { DatabaseMap } from '#core/project/mapping/database-map.ts';
import type { ModelMatch, PathMatch } from '#core/project/mapping/match.ts';
import { likeliest } from '#core/project/mapping/model-names.ts';
import { operationSubjects } from '#core/project/mapping/operation-subjects.ts';
import { type KeyContext, keyField, parentColumn, pathKeys } from '#core/project/mapping/path-keys.ts';
import { isThing, pathNouns } from '#core/project/mapping/path-nouns.ts';
import type { Scope } from '#core/rule.ts';
import { noteReads, recordReads } from '#core/work/note-read.ts';
import type { ReadKey } from '#core/work/read.ts';

type Thing = Pick<PathMatch, 'model' | 'score' | 'reasons'>;

interface Answer<T> {
  readonly result: T;
  readonly reads: ReadonlySet<ReadKey>;
}

/** Which models the paths of a description name. */
export class PathMap {
  readonly #map: DatabaseMap;
  readonly #scope: Scope;
  readonly #matches = new Map<string, Answer<PathMatch | undefined>>();
  readonly #things = new Map<string, Answer<Thing | undefined>>();

  constructor(map: DatabaseMap, scope: Scope) {
    this.#map = map;
    this.#scope = scope;
  }

  /** As documented at `DatabaseScope.modelOfPath`. */
  modelOfPath(path: string): PathMatch | undefined {
    return remembered(this.#matches, path, () => this.#match(path));
  }

  get #lookups(): Pick<KeyContext, 'fieldNames' | 'leadsTo'> {
    return {
      fieldNames: (model) => this.#map.fieldNames(model),
      leadsTo: (field, model) => this.#map.leadsTo(field, model),
    };
  }

  #match(path: string): PathMatch | undefined {
    const parts = this.#scope.resource(path)?.parts ?? [];
    const place = parts.findLastIndex(isThing);
    const part = parts[place];
    const thing = part && this.#thing(part.template);
    if (thing === undefined) return undefined;
    const isOne = part?.kind === 'singleton' || parts[place + 1]?.kind === 'item';
    const keys = pathKeys(path, parts, {
      model: thing.model,
      ...this.#lookups,
      modelOf: (each) => (each === part ? thing.model : this.#modelAbove(each, thing.model)),
    });
    return { ...thing, names: isOne ? 'one' : 'many', keys };
  }

  /** What a thing of a path names, that has its own template. */
  #thing(template: string): Thing | undefined {
    return remembered(this.#things, template, () => this.#find(template));
  }

  #find(template: string): Thing | undefined {
    const resource = this.#scope.resource(template);
    if (resource === undefined) return undefined;
    const { noun, parent } = pathNouns(template, this.#scope);
    const candidates = noun === undefined ? [] : this.#map.names.forSegment(noun, parent);
    const described = this.#described(resource);
    for (const { model, reason, likeness } of candidates) {
      const match = described.find((each) => blockId(each.model) === model);
      if (match !== undefined) return confirmedBy(match, likeness, reason);
    }
    const [match, ...others] = described;
    if (match !== undefined) return others.length === 0 ? confirmedBy(match, 0.6) : undefined;
    const first = likeliest(candidates);
    return first === undefined || first.isNear ? undefined : this.#ofName(resource, first.model, first.reason);
  }

  /** The models that the bodies of a collection and its items describe, each once, those of answers first. */
  #described(resource: PathResource): readonly ModelMatch[] {
    const items = resource.items === undefined ? undefined : this.#scope.resource(resource.items);
    const pathItems = [resource, items].flatMap((each) => (each === undefined ? [] : this.#pathItems(each)));
    const found = new Map<PrismaModel, ModelMatch>();
    for (const operation of pathItems.flatMap(({ operations }) => operations)) {
      const subjects = operationSubjects(operation, this.#scope);
      for (const subject of subjects) {
        const match = this.#map.mappingFor(subject, operation.path);
        if (match !== undefined && !found.has(match.model)) found.set(match.model, match);
      }
    }
    return [...found.values()];
  }

  #pathItems(resource: PathResource): readonly PathItem[] {
    return pathItemsOf(resource, (template) => this.#scope.find('openapi.path-item', template));
  }

  /** Of a path without known bodies the name counts where the model belongs to that above it, or has the key that picks one. */
  #ofName({ parts, paths, items }: PathResource, name: string, reason: string): Thing | undefined {
    const model = this.#map.model(name);
    const part = parts.at(-1);
    if (model === undefined || part === undefined) return undefined;
    const above = parts.slice(0, -1).findLast(isThing);
    const isBelow = above !== undefined && this.#modelAbove(above, model) !== undefined;
    const item = items === undefined ? undefined : this.#scope.resource(items);
    const parameter = /\{([^{}]+)\}\/?$/.exec(item?.paths[0] ?? '')?.[1];
    const key = parameter && keyField(parameter, part.key, model, this.#map.fieldNames(model));
    if (!isBelow && (key === undefined || parameter === 'id')) return undefined;
    const more = isBelow ? 'the model belongs to what stands above it' : `“{${parameter}}” is a key of the model`;
    return { model, score: paths.length > 0 ? 0.7 : 0.65, reasons: [reason, more] };
  }

  /** What a thing above another names: where nothing confirms it, a model that the lower one belongs to. */
  #modelAbove(thing: JudgedPart, model: PrismaModel): PrismaModel | undefined {
    const known = this.#thing(thing.template)?.model;
    if (known !== undefined) return known;
    const candidate = likeliest(this.#map.names.forSegment(thing.key, undefined));
    const parent = candidate === undefined || candidate.isNear ? undefined : this.#map.model(candidate.model);
    return parent && parentColumn({ model, ...this.#lookups }, parent, '', thing.key) && parent;
  }
}

function confirmedBy({ model, score, reasons }: ModelMatch, likeness: number, reason?: string): Thing {
  const described = `its bodies describe the model: ${reasons.join(', ')}`;
  return { model, score: (score + likeness) / 2, reasons: [...(reason === undefined ? [] : [reason]), described] };
}

function remembered<T>(answers: Map<string, Answer<T>>, question: string, find: () => T): T {
  const answer = answers.get(question) ?? recordReads(find);
  answers.set(question, answer);
  noteReads(answer.reads);
  return answer.result;
}
