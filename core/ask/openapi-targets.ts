import { signOf } from '#core/ask/may-mention.ts';
import { type DeclaredName, openApiNamesOf } from '#core/ask/openapi-names.ts';
import { propertyPlaces } from '#core/ask/property-places.ts';
import { sectionStarts } from '#core/ask/section-starts.ts';
import { distinctTargets, type Target } from '#core/ask/target.ts';
import type { OpenApiUse } from '#core/ask/use.ts';
import type { Description } from '#core/openapi/description/description.ts';
import { childPlace, entryPlaces, itemPlaces, type Place } from '#core/openapi/place.ts';
import { noNaming, ReferenceView, readReference } from '#core/openapi/read/read-reference.ts';
import { maximumHops } from '#core/openapi/reference/resolve-reference.ts';
import { mayDeclareId } from '#core/openapi/reference/schema-ids.ts';
import { type Span, shiftSpan } from '#core/text/span.ts';
import type { TreeSection } from '#core/tree/section.ts';
import { findString } from '#core/tree/tree.ts';
import { ifUnderstood } from '#core/work/understood.ts';

/** What the uses of one description lead to. What is asked for again and again is found once. */
export class OpenApiTargets {
  readonly #description: Description;
  /** By what a reference says and the file it stands in, where nothing else decides. */
  readonly #references = new Map<string, readonly Target[]>();
  readonly #uses = new WeakMap<OpenApiUse, readonly Target[]>();
  /** By kind and name, with the scheme of a scope. */
  readonly #named = new Map<string, readonly Target[]>();

  constructor(description: Description) {
    this.#description = description;
  }

  of(use: OpenApiUse): readonly Target[] {
    switch (use.kind) {
      case 'ref':
      case 'operation-ref':
        return this.#referenced(use);
      case 'mapping':
        return this.#mapped(use);
      case 'operation':
      case 'tag':
      case 'security-scheme':
      case 'scope':
        return this.#namedBy(use);
      case 'property':
      case 'parameter':
        return this.#own(use);
      default:
        return use.kind satisfies never;
    }
  }

  /** What depends on where it is used. */
  #own(use: OpenApiUse): readonly Target[] {
    const known = this.#uses.get(use) ?? (use.kind === 'parameter' ? this.#parametersOf(use) : this.#propertiesOf(use));
    this.#uses.set(use, known);
    return known;
  }

  #propertiesOf({ owner, name }: OpenApiUse): readonly Target[] {
    return propertyPlaces(owner, name, this.#follow).flatMap((place) => this.#target('property', place));
  }

  #referenced({ kind, value, owner }: OpenApiUse): readonly Target[] {
    const { section } = owner.location;
    const key = mayDeclareId(section) ? undefined : `${section.uri} ${value.value}`;
    const known = key === undefined ? undefined : this.#references.get(key);
    if (known !== undefined) return known;
    const place = this.#placeOf(owner, value.value);
    const targets = place === undefined ? [] : this.#target(kind, place);
    if (key !== undefined) this.#references.set(key, targets);
    return targets;
  }

  /** The name of a schema, or a reference (OpenAPI 3.x, Discriminator Object). */
  #mapped(use: OpenApiUse): readonly Target[] {
    const { value } = use;
    const isName = /^[\w.-]+$/.test(value.value);
    const place = isName ? this.#description.placeAt(['components', 'schemas', value.value]) : undefined;
    return place === undefined ? this.#referenced(use) : this.#target('mapping', place);
  }

  /** What is called so in all of the description. */
  #namedBy(use: OpenApiUse): readonly Target[] {
    const key = `${use.kind} ${use.name}\n${use.scheme ?? ''}`;
    const known = this.#named.get(key) ?? this.#findNamed(use);
    this.#named.set(key, known);
    return known;
  }

  #findNamed(use: OpenApiUse): readonly Target[] {
    if (use.kind === 'operation') return this.#operationsOf(use.name);
    if (use.kind === 'tag') return this.#tagsOf(use.name);
    return use.kind === 'scope' ? this.#scopesOf(use) : this.#schemesOf(use.name);
  }

  #operationsOf(id: string): readonly Target[] {
    const sign = signOf(id);
    return [...this.#sections()]
      .flatMap((section) => openApiNamesOf(section, sign)?.operationIds ?? [])
      .filter(({ name }) => name.value === id)
      .flatMap((declared) => this.#declared('operation', declared));
  }

  #tagsOf(name: string): readonly Target[] {
    const tags = ifUnderstood(() => this.#description.roots('openapi.tag')) ?? [];
    return tags.flatMap((tag) => {
      const written = tag.name;
      if (written?.value !== name) return [];
      return this.#declared('tag', { name: written, owner: { ...tag, label: written } });
    });
  }

  #schemesOf(name: string): readonly Target[] {
    const place = this.#schemePlace(name);
    return place === undefined ? [] : this.#target('security-scheme', place);
  }

  /** 2.0: at the scheme itself; 3.x: in each flow that has it. */
  #scopesOf({ name, scheme = '' }: OpenApiUse): readonly Target[] {
    const place = this.#follow(this.#schemePlace(scheme));
    if (place === undefined) return [];
    const holders = [place, ...entryPlaces(childPlace(place, 'flows'))];
    return holders
      .flatMap((holder) => entryPlaces(childPlace(holder, 'scopes')))
      .filter((scope) => scope.name.value === name)
      .flatMap((scope) => this.#target('scope', scope));
  }

  /** Those of the path item and of its operations. */
  #parametersOf({ name, owner }: OpenApiUse): readonly Target[] {
    const pathItem = this.#follow(owner);
    const items = pathItem === undefined || pathItem === owner ? [owner] : [owner, pathItem];
    const operations = items
      .flatMap((item) => [...entryPlaces(item), ...entryPlaces(childPlace(item, 'additionalOperations'))])
      .flatMap((operation) => this.#follow(operation) ?? []);
    const found = [...items, ...operations].flatMap((holder) => {
      const list = this.#follow(childPlace(holder, 'parameters'));
      return itemPlaces(list).flatMap((item) => this.#pathParameter(this.#follow(item), name));
    });
    return distinctTargets(found);
  }

  #pathParameter(parameter: Place | undefined, name: string): readonly Target[] {
    const written = findString(parameter?.tree, 'name');
    if (parameter === undefined || written?.value !== name) return [];
    if (findString(parameter.tree, 'in')?.value !== 'path') return [];
    return this.#declared('parameter', { name: written, owner: parameter });
  }

  #schemePlace(name: string): Place | undefined {
    const isSwagger = this.#description.context.version === '2.0';
    return this.#description.placeAt(
      isSwagger ? ['securityDefinitions', name] : ['components', 'securitySchemes', name],
    );
  }

  /** Where a reference leads in one step. */
  #placeOf(owner: Place, target: string): Place | undefined {
    const written = { value: target, span: owner.tree.span };
    return this.#description.firstPlace(new ReferenceView(owner, 'openapi.part', written, noNaming));
  }

  /** The end of the `$ref`s that begin at a place: itself where there is none, undefined where they lead nowhere. */
  readonly #follow = (place: Place | undefined): Place | undefined => {
    let current = place;
    for (let hops = 0; current !== undefined && hops < maximumHops; hops++) {
      const reference = readReference(current, 'openapi.part');
      if (reference === undefined) return current;
      current = this.#description.firstPlace(reference);
    }
    return undefined;
  };

  #target(kind: Target['kind'], { tree, label, location: { section } }: Place): readonly Target[] {
    return this.#placed(kind, section, tree.span, label.span);
  }

  #declared(kind: Target['kind'], { name, owner }: DeclaredName): readonly Target[] {
    return this.#placed(kind, owner.location.section, owner.tree.span, name.span);
  }

  #placed(kind: Target['kind'], section: TreeSection, whole: Span, name: Span): readonly Target[] {
    const document = this.#description.files.get(section.uri);
    const start = document && sectionStarts(document).get(section);
    if (start === undefined) return [];
    const span = { start: Math.min(whole.start, name.start), end: Math.max(whole.end, name.end) };
    return [{ kind, uri: section.uri, span: shiftSpan(span, start), name: shiftSpan(name, start) }];
  }

  *#sections(): Iterable<TreeSection> {
    for (const { sections } of this.#description.files.values()) yield* sections;
  }
}
