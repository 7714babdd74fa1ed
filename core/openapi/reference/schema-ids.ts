import { descend, type Place, sectionPlace } from '#core/openapi/place.ts';
import { resolveUri } from '#core/openapi/reference/reference-target.ts';
import type { Location } from '#core/openapi/view.ts';
import type { TreeDocument, TreeSection } from '#core/tree/section.ts';
import { childrenOf, findString, type TreeNode } from '#core/tree/tree.ts';
import { replacedPlaces } from '#core/work/list-difference.ts';

/** The schemas of a file that declare an `$id` (JSON Schema 2020-12 §8.2.1), by that id seen from the file. */
export type SchemaIds = ReadonlyMap<string, Place>;

const none: SchemaIds = new Map();
const known = new WeakMap<TreeDocument, SchemaIds>();

/** Looked for once, in the sections whose text may say `$id`; the first of several with one id counts. */
export function schemaIds(document: TreeDocument): SchemaIds {
  const before = known.get(document);
  if (before !== undefined) return before;
  const found = new Map<string, Place>();
  for (const section of document.sections) {
    const root = mayDeclareId(section) ? sectionPlace(section) : undefined;
    if (root !== undefined) collectIds({ root, steps: [], base: document.uri }, root.tree, found);
  }
  const ids = found.size === 0 ? none : found;
  known.set(document, ids);
  return ids;
}

/** Lets a document be asked by what was found in the one before an edit, where no section with an id came, went or changed. */
export function takeOverIds(document: TreeDocument, before: TreeDocument): void {
  const ids = known.get(before);
  if (ids === undefined || known.has(document)) return;
  const places = replacedPlaces(before.sections, document.sections);
  const hasNone = (section: TreeSection | undefined) => section === undefined || !mayDeclareId(section);
  const isSame = places?.every((at) => hasNone(before.sections[at]) && hasNone(document.sections[at]));
  if (isSame === true) known.set(document, ids);
}

/** A schema with an `$id` around a place, and what relative references within it start from. */
export interface SchemaResource {
  readonly root: Place;
  readonly base: string;
}

/** The innermost schema around a location that declares an `$id`; undefined where there is none in its section. */
export function resourceAround(location: Location): SchemaResource | undefined {
  const { section } = location;
  let place = mayDeclareId(section) ? sectionPlace(section) : undefined;
  let found: SchemaResource | undefined;
  let base = section.uri;
  const steps: string[] = [];
  for (let at: Location = location; at.parent !== undefined; at = at.parent) steps.push(at.key);
  for (let step = steps.pop(); place !== undefined; step = steps.pop()) {
    const id = findString(place.tree, '$id')?.value;
    if (id !== undefined) {
      base = resolveUri(withoutFragment(id), base);
      found = { root: place, base };
    }
    place = step === undefined ? undefined : descend(place, [step]);
  }
  return found;
}

const selves = new WeakMap<TreeDocument, { readonly uri: string | undefined }>();

/** What a file calls itself by `$self` (OpenAPI 3.2 “OpenAPI Object”), seen from where it lies; undefined where it does not. */
export function selfOf(document: TreeDocument): string | undefined {
  const before = selves.get(document);
  if (before !== undefined) return before.uri;
  const found = document.sections.flatMap(({ pointer, tree }) => {
    if (pointer.length === 0) return findString(tree, '$self')?.value ?? [];
    return pointer.length === 1 && pointer[0] === '$self' && tree?.kind === 'scalar' ? String(tree.value ?? '') : [];
  })[0];
  const uri = found === undefined || found === '' ? undefined : resolveUri(withoutFragment(found), document.uri);
  selves.set(document, { uri });
  return uri;
}

const idDeclarations = new WeakMap<TreeSection, boolean>();

/**
 * True where the text may say `$id`, or the `$self` of its file, be it in prose. Looked for once: a broken file may be a single section with thousands of
 * references that lead nowhere.
 */
export function mayDeclareId(section: TreeSection): boolean {
  const declared = idDeclarations.get(section);
  if (declared !== undefined) return declared;
  const { text } = section;
  const declares = (text.includes('$id') || text.includes('$self')) && /\$(?:id|self)["']?\s*:/.test(text);
  idDeclarations.set(section, declares);
  return declares;
}

interface Search {
  readonly root: Place;
  readonly steps: readonly string[];
  readonly base: string;
}

function collectIds(search: Search, tree: TreeNode, found: Map<string, Place>): void {
  if (tree.kind === 'scalar') return;
  const id = findString(tree, '$id')?.value;
  const base = id === undefined ? search.base : resolveUri(withoutFragment(id), search.base);
  const place = id === undefined ? undefined : descend(search.root, search.steps);
  if (place !== undefined && !found.has(base)) found.set(base, place);
  for (const [step, child] of childrenOf(tree)) {
    if (child !== undefined) collectIds({ root: search.root, steps: [...search.steps, step], base }, child, found);
  }
}

function withoutFragment(id: string): string {
  return id.split('#')[0] ?? '';
}
