import { formatPointer, parsePointer } from '#core/openapi/reference/reference-target.ts';
import { inCasing } from '#core/text/name-casing.ts';
import type { TreeChange } from '#core/tree/change.ts';
import { isMap } from '#core/tree/equal-values.ts';
import type { PlainValue } from '#core/tree/tree.ts';
import type { HouseErrors } from '#rules/detectors/openapi/house-errors.ts';
import { documentError } from '#rules/fixes/openapi/error-response.ts';
import { absoluteReferences } from '#rules/fixes/openapi/portable-value.ts';
import { type ComponentName, componentOf, findComponent, replaceReferences } from '#snippets/component-references.ts';
import { withoutItemExamples } from '#snippets/insert/item-examples.ts';
import { hasAtRoot, type OpenApiTarget } from '#snippets/insert/openapi-target.ts';
import { relativeReference, type ValuePlace } from '#snippets/insert/relative-reference.ts';
import type { Components, Values } from '#snippets/pattern.ts';
import { fillPlaceholders, type ResourceNames } from '#snippets/placeholders.ts';

/** Where a new entry goes among its siblings. */
export interface Placement {
  readonly before?: readonly string[];
  readonly after?: readonly string[];
}

/** Where an operation stands, or will. */
export interface OperationPlace {
  readonly uri: string;
  /** Undefined for a webhook. */
  readonly path?: string;
  /** As in the facts of the house; its first tag, else what its path begins with. */
  readonly group?: string;
}

/** What values refer to while a plan is made. */
export interface PlanNames {
  readonly names: ResourceNames;
  /** The schema the resource has already; undefined where it is to be the component called after it. */
  readonly itemSchema?: ValuePlace | undefined;
  /** False for a pattern that brings a body for errors. */
  readonly hasHouseErrors?: boolean;
}

/** Gathers the changes that put a pattern into a description, and the components they need at its root. */
export class ChangePlan {
  readonly target: OpenApiTarget;
  readonly #own: Components;
  readonly #names: PlanNames;
  readonly #changes: TreeChange[] = [];
  readonly #components = new Map<string, TreeChange>();
  readonly #operationIds: Set<string>;

  constructor(target: OpenApiTarget, own: Components | undefined, names: PlanNames) {
    this.target = target;
    this.#names = names;
    // Names are filled in, so that components are found under the names values refer to.
    this.#own = mapGroups(own ?? {}, names.names);
    this.#operationIds = new Set(target.habits.operationIds);
  }

  /** In order: what was planned, then the components it needs. */
  get changes(): readonly TreeChange[] {
    return [...this.#changes, ...this.#components.values()];
  }

  get isEmpty(): boolean {
    return this.#changes.length === 0 && this.#components.size === 0;
  }

  /** Plans an entry; `value` may hold placeholders and references to components. */
  set(place: ValuePlace, value: PlainValue, placement: Placement = {}): void {
    this.#changes.push({ kind: 'set', ...place, value: this.written(value, place.uri), ifAbsent: true, ...placement });
  }

  append(place: ValuePlace, value: PlainValue): void {
    this.#changes.push({ kind: 'append', ...place, value: this.written(value, place.uri) });
  }

  rename(place: ValuePlace, name: string): void {
    this.#changes.push({ kind: 'rename', ...place, name });
  }

  /** Plans a component at the root, and what it needs, unless it is there. */
  addComponent({ group, name }: ComponentName): void {
    const key = `${group}/${name}`;
    const pointer = ['components', group, name];
    const found = findComponent({ group, name }, this.#own);
    const value = found !== undefined && group === 'responses' ? this.#inHouseForm(found) : found;
    if (value === undefined || this.#components.has(key) || hasAtRoot(this.target, pointer)) return;
    const { uri } = this.target.root;
    const change = (filled: PlainValue): TreeChange => ({ kind: 'set', uri, pointer, value: filled, ifAbsent: true });
    // Taken first, so that components in a circle come to an end.
    this.#components.set(key, change(null));
    this.#components.set(key, change(this.written(value, uri)));
  }

  /** What the description has in place of a component that patterns share. */
  #ownFor(reference: string): PlainValue | undefined {
    const { ownParameters, errorContent } = this.target.habits;
    const isProblem = reference === '#/components/schemas/Problem' && this.#names.hasHouseErrors !== false;
    const [media, ...others] = isProblem ? Object.values(errorContent ?? {}) : [];
    if (media === undefined || !isMap(media) || others.length > 0) return ownParameters.get(reference)?.value;
    const { schema } = media;
    return schema !== undefined && isMap(schema) && schema['$ref'] === reference ? undefined : schema;
  }

  /** An error has the body that most errors of the description have; a pattern that is about errors brings its own. */
  #inHouseForm(response: PlainValue): PlainValue {
    const { errorContent } = this.target.habits;
    if (errorContent === undefined || this.#names.hasHouseErrors === false || !isMap(response)) return response;
    const { content } = response;
    const isProblem = content !== undefined && isMap(content) && Object.hasOwn(content, 'application/problem+json');
    return isProblem ? { ...response, content: errorContent } : response;
  }

  /**
   * An operation with an id of its own, the responses the description shares and, unless it says itself how it is
   * authenticated, the security and the parameters all its neighbours have.
   */
  operation(operation: Values, place: OperationPlace): Values {
    const { operationId, summary, description, parameters, responses, ...rest } = operation;
    const { habits } = this.target;
    const isUsual = !Object.hasOwn(rest, 'security');
    const all = [...(Array.isArray(parameters) ? parameters : []), ...(isUsual ? habits.parameters : [])];
    const tags = place.path === undefined ? [] : habits.tagsOf(place.path);
    return present({
      tags: tags.length === 0 ? undefined : tags,
      operationId: operationId === undefined ? undefined : this.#uniqueId(String(operationId)),
      summary,
      description,
      parameters: all.length === 0 ? undefined : all,
      ...rest,
      ...(isUsual ? { security: habits.security } : {}),
      responses: responses !== undefined && isMap(responses) ? this.#responses(responses, place) : responses,
    });
  }

  /** The errors the description documents: those it leaves to a `default` are left to it, others to none where it has none. */
  #responses(responses: Values, place: OperationPlace): Values {
    const { responses: shared, errors } = this.target.habits;
    const isUsed = (status: string): boolean =>
      errors === undefined ? shared.has(status) : errors.uses.some((use) => use.status === status);
    const hasDefault = isUsed('default') && Object.hasOwn(responses, 'default');
    const isLeftOut = (status: string): boolean =>
      (hasDefault && plainFailures.has(status) && !isUsed(status)) ||
      (status === '429' && this.#isSettled && !isUsed(status));
    const failure = ['default', '500', '5XX'].find(isUsed) ?? (this.#isSettled ? undefined : 'default');
    const kept = Object.entries(responses).flatMap(([status, value]): readonly (readonly [string, PlainValue])[] => {
      if (status !== 'default') return isLeftOut(status) ? [] : [[status, value]];
      return failure === undefined ? [] : [[failure, value]];
    });
    return Object.fromEntries(kept.map(([status, value]) => [status, this.response(value, status, place)]));
  }

  /** True where enough operations document errors to tell which of them are documented here. */
  get #isSettled(): boolean {
    const { errors } = this.target.habits;
    return errors !== undefined && new Set(errors.uses.map(({ operation }) => operation)).size >= 3;
  }

  /** The response the description would document for a status; else the given one. */
  response(value: PlainValue, status: string, place: OperationPlace): PlainValue {
    const { errors, responses } = this.target.habits;
    const isReference = isMap(value) && Object.hasOwn(value, '$ref');
    if (isReference && errors !== undefined && /^(?:[45]|default$)/.test(status))
      return this.#houseError(errors, status, place);
    const habit = responses.get(status);
    return habit !== undefined && isReference ? { $ref: `${habit.uri}#${formatPointer(habit.pointer)}` } : value;
  }

  /** Written and shared as a fix would write it. */
  #houseError(errors: HouseErrors, status: string, { uri, path = '', group = '' }: OperationPlace): PlainValue {
    const { context } = this.target.description;
    const [entry, ...additions] = documentError(
      errors,
      { uri, pointer: [], statuses: [], context, path, group },
      status,
    );
    for (const addition of additions) this.#components.set(addition.pointer.join('/'), addition);
    return entry.kind === 'set' ? absoluteReferences(entry.value, uri) : null;
  }

  /** A value as it is written in a file. */
  written(value: PlainValue, uri: string): PlainValue {
    const { names, itemSchema } = this.#names;
    const isForeign = itemSchema !== undefined || hasAtRoot(this.target, ['components', 'schemas', names.singular]);
    const filled = fillPlaceholders(isForeign ? withoutItemExamples(value) : value, names);
    return replaceReferences(filled, (reference) => {
      const own = this.#ownFor(reference);
      return own !== undefined ? this.written(own, uri) : { $ref: relativeReference(uri, this.#placeOf(reference)) };
    });
  }

  /** Where a reference of a pattern leads, its component planned where it is one. */
  #placeOf(reference: string): ValuePlace {
    const { names, itemSchema } = this.#names;
    const { uri } = this.target.root;
    const component = componentOf(reference);
    if (component === undefined) {
      const [file = uri, pointer = ''] = reference.split('#');
      return { uri: file, pointer: parsePointer(pointer) };
    }
    const { group, name } = component;
    if (itemSchema !== undefined && group === 'schemas' && name === names.singular) return itemSchema;
    this.addComponent(component);
    return { uri, pointer: ['components', group, name] };
  }

  #uniqueId(id: string): string {
    const filled = inCasing(
      String(fillPlaceholders(id, this.#names.names)),
      this.target.habits.casing.operation ?? 'camel',
    );
    let unique = filled;
    for (let number = 2; this.#operationIds.has(unique); number++) unique = filled + number;
    this.#operationIds.add(unique);
    return unique;
  }
}

/** Without the entries that have no value. */
function present(entries: { readonly [key: string]: PlainValue | undefined }): Values {
  return Object.fromEntries(
    Object.entries(entries).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}

/** Statuses that say nothing about the operation that `default` does not. */
const plainFailures: ReadonlySet<string> = new Set(['400', '401', '403', '404', '500']);

function mapGroups(components: Components, names: ResourceNames): Components {
  return Object.fromEntries(
    Object.entries(components).map(([group, values]) => {
      const filled = fillPlaceholders(values, names);
      return [group, isMap(filled) ? filled : {}];
    }),
  );
}
