import { type PointerText, pointerTexts } from '#core/openapi/reference/pointer-texts.ts';
import { decodePercent } from '#core/text/decode-percent.ts';
import type { Located, Span } from '#core/text/span.ts';
import type { TreeSection } from '#core/tree/section.ts';
import { entriesOf, findString, findValue, itemsOf, type TreeEntry, type TreeNode } from '#core/tree/tree.ts';

/** A component of a root, or a definition, parameter or response of 2.0, and what it names. */
export interface WrittenComponent {
  /** `schemas/Pet`: the map it stands in, and its name. */
  readonly id: string;
  readonly name: Located<string>;
  /** From the root of the file. */
  readonly pointer: readonly string[];
  /** The ids it names, its own aside. */
  readonly uses: readonly string[];
  /** The ids of the schemas its `allOf` includes; undefined where one of them is not among the components. */
  readonly parents: readonly string[] | undefined;
  /** True for a schema by which others are told apart: what includes it may be meant by a value. */
  readonly isBase: boolean;
}

/** What a section says of components. */
export interface ComponentUses {
  readonly components: readonly WrittenComponent[];
  /** The ids that are named outside of components. */
  readonly uses: readonly string[];
}

/** Keys of the maps of 2.0, and of those below `components`, whose entries count; security schemes are named by requirements. */
const oldMaps = new Set(['definitions', 'parameters', 'responses']);
const otherMaps = new Set(['securitySchemes', 'securityDefinitions']);

/**
 * The components that stand in a section, and all that the section names: by pointers anywhere in its text, comments and examples
 * included, since what is named in any way may be used, and by bare names in mappings.
 */
export function componentUses(section: TreeSection, isOld: boolean): ComponentUses {
  const places = isOwn(section) ? placesIn(section, isOld) : [];
  const named = namesIn(section.text, mayNameBare(section));
  const uses = new Set<string>();
  const owned = places.map(() => new Set<string>());
  let at = 0;
  for (const { id, offset } of named) {
    while (at < places.length - 1 && (places[at]?.span.end ?? 0) <= offset) at++;
    const place = places[at];
    const isWithin = place !== undefined && offset >= place.span.start && offset < place.span.end;
    if (!isWithin) uses.add(id);
    else if (id !== place.id) owned[at]?.add(id);
  }
  for (const { pointer, target } of brokenTargets(section)) {
    const owner = places.findIndex((place) => place.pointer.every((step, depth) => pointer[depth] === step));
    for (const { id } of namesIn(target, false)) if (id !== places[owner]?.id) (owned[owner] ?? uses).add(id);
  }
  const components = places.map(({ id, name, pointer, tree }, index) => {
    const parents = parentsOf(tree);
    const isBase = findValue(tree, 'discriminator') !== undefined;
    return { id, name, pointer, uses: [...(owned[index] ?? [])], parents, isBase };
  });
  return { components, uses: [...uses] };
}

/** The references of a text with strings that go on in the next line, where no name is whole. */
function brokenTargets(section: TreeSection): readonly PointerText[] {
  return /\\\r?\n/.test(section.text) ? pointerTexts(section) : [];
}

/** False for a file or a part of one that references lead to: its maps are not those of the root. */
function isOwn({ pointer }: TreeSection): boolean {
  return pointer.length === 0 || pointer[0] === 'components' || oldMaps.has(pointer[0] ?? '');
}

interface ComponentPlace {
  readonly id: string;
  readonly name: Located<string>;
  readonly pointer: readonly string[];
  readonly tree: TreeNode;
  /** The whole of it. */
  readonly span: Span;
}

function placesIn(section: TreeSection, isOld: boolean): readonly ComponentPlace[] {
  const { pointer, tree, key } = section;
  const depth = isOld ? 2 : 3;
  if (tree === undefined || pointer.length > depth) return [];
  if (pointer.length === depth) {
    const [map = '', name = ''] = pointer.slice(-2);
    if (key === undefined || !isMap(map, isOld) || (name === '$ref' && tree.kind === 'scalar')) return [];
    const span = { start: 0, end: section.text.length };
    return [{ id: idOf(map, name), name: key, pointer, tree, span }];
  }
  return placesBelow(tree, pointer, isOld);
}

function placesBelow(tree: TreeNode, pointer: readonly string[], isOld: boolean): readonly ComponentPlace[] {
  if (!isOld && pointer.length === 0) {
    const components = findValue(tree, 'components');
    return components === undefined ? [] : placesBelow(components, ['components'], isOld);
  }
  if (pointer.length < (isOld ? 1 : 2)) {
    return entriesOf(tree).flatMap(({ key, value }) =>
      value === undefined || !isMap(key.value, isOld) ? [] : placesBelow(value, [...pointer, key.value], isOld),
    );
  }
  const map = pointer.at(-1) ?? '';
  // What a `$ref` leads to in place of the map is named elsewhere.
  return isMap(map, isOld) && findString(tree, '$ref') === undefined
    ? entriesOf(tree).flatMap((entry) => placeAt(entry, map, pointer))
    : [];
}

function placeAt({ key, value, merged }: TreeEntry, map: string, above: readonly string[]): readonly ComponentPlace[] {
  if (value === undefined || merged || key.value.startsWith('x-')) return [];
  const span = { start: key.span.start, end: value.span.end };
  return [{ id: idOf(map, key.value), name: key, pointer: [...above, key.value], tree: value, span }];
}

function isMap(key: string, isOld: boolean): boolean {
  return isOld ? oldMaps.has(key) : !otherMaps.has(key) && !key.startsWith('x-');
}

function idOf(map: string, name: string): string {
  return `${map === 'definitions' ? 'schemas' : map}/${name}`;
}

/** In place of a name: each of the map. */
export const all = '*';

interface NamedId {
  readonly id: string;
  /** Where in the text it is named. */
  readonly offset: number;
}

/** In JSON each slash may be escaped, and every other letter. A name ends with its quotes, or else with what ends a plain text. */
const pointers = /#(?:\\?\/components)?\\?\/(\w+)\\?\/((?:\\u[\da-fA-F]{4}|[^"'\r\n\\/#])+)/g;
/** A `$ref` in place of a whole map leads to its map. */
const wholeMaps = /#(?:\\?\/components)?\\?\/(\w+)(?=["'\s]|$)/g;
const plainName = /^[^\s,}\]]+/;
const mappings = /\b(?:mapping|defaultMapping)\b/;
/** What may be the value of an entry of a mapping; far too many are no matter. */
const bareNames = /:\s*["']?([\w.-]+)["']?\s*(?=[,}\r\n]|$)/g;

function namesIn(text: string, areBare: boolean): readonly NamedId[] {
  const found: NamedId[] = [];
  if (text.includes('#')) {
    for (const { 1: map = '', 2: written = '', index: offset } of text.matchAll(pointers)) {
      const name = plainStep(written);
      const [plain = name] = plainName.exec(name) ?? [];
      // In prose a full stop may follow.
      for (const each of new Set([name, plain, plain.replace(/[.)]+$/, '')]))
        found.push({ id: idOf(map, each), offset });
    }
  }
  if (text.includes('#'))
    for (const { 1: map = '', index } of text.matchAll(wholeMaps)) found.push({ id: idOf(map, all), offset: index });
  if (!areBare) return inOrder(found);
  for (const { 1: name = '', index } of text.matchAll(bareNames))
    found.push({ id: idOf('schemas', name), offset: index });
  return inOrder(found);
}

function inOrder(found: NamedId[]): readonly NamedId[] {
  return found.sort((a, b) => a.offset - b.offset);
}

/** Mappings name schemas, and so do extensions beside the paths. */
function mayNameBare({ text, pointer }: TreeSection): boolean {
  return pointer[0]?.startsWith('x-') === true || mappings.test(text);
}

function plainStep(step: string): string {
  const unescaped = step.replace(/\\u([\da-fA-F]{4})/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  return decodePercent(unescaped).replaceAll('~1', '/').replaceAll('~0', '~');
}

/** What leads elsewhere may be told apart there. */
function parentsOf(tree: TreeNode): readonly string[] | undefined {
  const targets = itemsOf(findValue(tree, 'allOf')).flatMap((item) => findString(item, '$ref')?.value ?? []);
  const ids = targets.flatMap((target) => (target.startsWith('#') ? namesIn(target, false).map(({ id }) => id) : []));
  return ids.length < targets.length ? undefined : ids;
}
