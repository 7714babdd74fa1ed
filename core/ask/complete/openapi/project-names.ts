import { idsOf, type NamedOperation, parametersOf } from '#core/ask/complete/openapi/named-operations.ts';
import { keysOf, type TypedNode, textOf, typedAt } from '#core/ask/complete/tree/typed-tree.ts';
import { openApiNames } from '#core/ask/openapi-names.ts';
import type { Description } from '#core/openapi/description/description.ts';
import type { OpenApiVersion } from '#core/openapi/model.ts';
import { childPlace, entryPlaces, itemPlaces, type Place } from '#core/openapi/place.ts';
import { readReference } from '#core/openapi/read/read-reference.ts';
import type { TreeDocument, TreeSection } from '#core/tree/section.ts';
import { findString } from '#core/tree/tree.ts';

/** So many sections around are looked into for what is in use. */
const nearSections = 200;

/** What a description calls things by: as it was last read, and as it is typed where the cursor is. */
export class ProjectNames {
  readonly #description: Description | undefined;
  readonly #version: OpenApiVersion;
  /** What is typed around, from the root of its file. */
  readonly #typed: TypedNode | undefined;
  /** The sections of the file that is typed in, and which of them is around. */
  readonly #document: TreeDocument | undefined;
  readonly #own: number;

  constructor(
    version: OpenApiVersion,
    description: Description | undefined,
    typed: TypedNode | undefined,
    document: TreeDocument | undefined,
    own: number,
  ) {
    this.#version = version;
    this.#description = description;
    this.#typed = typed;
    this.#document = document;
    this.#own = own;
  }

  get root(): TreeDocument | undefined {
    return this.#description?.files.get(this.#description.context.rootUri);
  }

  get description(): Description | undefined {
    return this.#description;
  }

  /** The names under a pointer of the root, as `components/schemas`, each once. */
  *under(...pointer: readonly string[]): Iterable<string> {
    const told = new Set<string>();
    for (const name of this.#allUnder(pointer)) {
      if (told.has(name)) continue;
      told.add(name);
      yield name;
    }
  }

  *#allUnder(pointer: readonly string[]): Iterable<string> {
    let isCut = false;
    for (const section of this.root?.sections ?? []) {
      if (!isUnder(section, pointer)) continue;
      isCut = true;
      yield section.pointer.at(-1) ?? '';
    }
    if (!isCut) for (const { name } of entryPlaces(this.#description?.placeAt(pointer))) yield name.value;
    yield* this.#typedUnder(pointer);
  }

  /** The paths around; of a file that is not cut, the first of the description. */
  nearPaths(): readonly string[] {
    const near = this.near().filter((section) => isUnder(section, ['paths']));
    if (near.length > 0) return near.map(({ pointer }) => pointer.at(-1) ?? '');
    const paths: string[] = [];
    for (const path of this.under('paths')) {
      paths.push(path);
      if (paths.length === nearSections) break;
    }
    return paths;
  }

  /** True where the description has a path, by its template with the names of parameters erased. */
  hasPath(erased: string): boolean {
    return this.#description?.defines('openapi.path-item', erased) === true;
  }

  /** Components of a kind: of 2.0 at the root, of later versions below `components`. */
  components(key: string): Iterable<string> {
    return this.#version === '2.0' ? this.under(key) : this.under('components', key);
  }

  securitySchemes(): Iterable<string> {
    return this.components(this.#version === '2.0' ? 'securityDefinitions' : 'securitySchemes');
  }

  scopes(scheme: string): readonly string[] {
    const pointer =
      this.#version === '2.0' ? ['securityDefinitions', scheme] : ['components', 'securitySchemes', scheme];
    const place = this.#description?.placeAt(pointer);
    const holders = place === undefined ? [] : [place, ...entryPlaces(childPlace(place, 'flows'))];
    return [
      ...new Set(holders.flatMap((each) => entryPlaces(childPlace(each, 'scopes')).map(({ name }) => name.value))),
    ];
  }

  /** The tags the root declares, then those in use nearby. */
  tags(): readonly string[] {
    const declared = itemPlaces(this.#description?.placeAt(['tags'])).flatMap(
      ({ tree }) => findString(tree, 'name')?.value ?? [],
    );
    const typed = typedAt(this.#typed, ['tags']);
    const typedTags = typed?.kind === 'list' ? typed.items.flatMap((item) => textOf(item, 'name') ?? []) : [];
    const used = this.near().flatMap((section) => openApiNames(section).uses.all.filter(({ kind }) => kind === 'tag'));
    const usedTags = used.map(({ name }) => name).filter((name) => !isBetweenQuotes.test(name));
    return [...new Set([...typedTags, ...declared, ...usedTags])];
  }

  /** Each once; a section is looked into when somebody asks for its ids. */
  *operationIds(): Iterable<string> {
    const told = new Set<string>();
    for (const { sections } of this.#description?.files.values() ?? []) {
      for (const id of idsOf(sections)) {
        if (told.has(id)) continue;
        told.add(id);
        yield id;
      }
    }
  }

  /** The names of properties that a schema of the components has, those of its parts included. */
  propertiesOf(pointer: readonly string[]): readonly string[] {
    return namesOfProperties(this.#description?.placeAt(pointer), this.#description, 0);
  }

  /** The names of properties that a body of a message of the components has. */
  bodyPropertiesOf(pointer: readonly string[]): readonly string[] {
    const message = this.#description?.placeAt(pointer);
    for (const media of entryPlaces(message && childPlace(message, 'content'))) {
      const names = namesOfProperties(childPlace(media, 'schema'), this.#description, 0);
      if (names.length > 0) return names;
    }
    return [];
  }

  /** What the parameters of an operation are called where a link gives them. */
  parametersOf(operation: NamedOperation): readonly string[] {
    return this.#description === undefined ? [] : parametersOf(operation, this.#description);
  }

  /** The sections around, the nearest first. */
  near(): readonly TreeSection[] {
    const sections = this.#document?.sections ?? [];
    const from = Math.max(0, this.#own - nearSections / 2);
    return sections
      .slice(from, this.#own + nearSections / 2)
      .map((section, index) => ({ section, distance: Math.abs(from + index - this.#own) }))
      .sort((a, b) => a.distance - b.distance)
      .map(({ section }) => section);
  }

  #typedUnder(pointer: readonly string[]): readonly string[] {
    const isRoot = this.#description === undefined || this.#document === this.root;
    return isRoot ? keysOf(typedAt(this.#typed, pointer)) : [];
  }
}

function isUnder({ pointer }: TreeSection, around: readonly string[]): boolean {
  return pointer.length === around.length + 1 && around.every((step, index) => pointer[index] === step);
}

/** What stands between two texts, and is read as one where a quote is not closed. */
const isBetweenQuotes = /^\s*(?:[\]},:]|[[{\s]*$)|,\s*$/;

/** Deeper parts are not followed. */
const deepestPart = 8;

function namesOfProperties(
  place: Place | undefined,
  description: Description | undefined,
  depth: number,
): readonly string[] {
  if (place === undefined || depth > deepestPart) return [];
  const reference = readReference(place, 'openapi.part');
  if (reference !== undefined) return namesOfProperties(description?.firstPlace(reference), description, depth + 1);
  const own = entryPlaces(childPlace(place, 'properties')).map(({ name }) => name.value);
  const parts = itemPlaces(childPlace(place, 'allOf')).flatMap((part) =>
    namesOfProperties(part, description, depth + 1),
  );
  return [...new Set([...own, ...parts])];
}
