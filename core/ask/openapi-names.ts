import { mayMention } from '#core/ask/may-mention.ts';
import { SectionUses } from '#core/ask/section-uses.ts';
import type { OpenApiUse } from '#core/ask/use.ts';
import { isData, type KeysAre, keysAt, keysBelow } from '#core/openapi/data-key.ts';
import { templateNames } from '#core/openapi/effective/path-template.ts';
import type { Place } from '#core/openapi/place.ts';
import { targetStep } from '#core/openapi/reference/target-name.ts';
import { methods } from '#core/openapi/spec/methods.ts';
import { childLocation, rootLocation } from '#core/openapi/view.ts';
import type { Located } from '#core/text/span.ts';
import type { TreeSection } from '#core/tree/section.ts';
import { entriesOf, findEntry, type ScalarNode, type TreeEntry, type TreeNode } from '#core/tree/tree.ts';

/** What a section of a description is made of, as far as others may ask for it by name. */
export interface OpenApiNames {
  readonly uses: SectionUses<OpenApiUse>;
  /** The ids of its operations, and where each stands. */
  readonly operationIds: readonly DeclaredName[];
}

export interface DeclaredName {
  readonly name: Located<string>;
  readonly owner: Place;
}

/**
 * The names a section uses and declares, whatever its role. Looked for once, when somebody asks. Left out are those in examples and
 * other data; what an alias or a merge key repeats counts where it is written.
 */
export function openApiNames(section: TreeSection): OpenApiNames {
  const before = known.get(section);
  if (before !== undefined) return before;
  const search = new NameSearch(section);
  const names = { uses: new SectionUses(search.found), operationIds: search.operationIds };
  known.set(section, names);
  return names;
}

/** The same where a sign of a name may occur; undefined where the text of the section alone tells that it does not. */
export function openApiNamesOf(section: TreeSection, sign: string): OpenApiNames | undefined {
  return known.get(section) ?? (mayMention(section, sign) ? openApiNames(section) : undefined);
}

const known = new WeakMap<TreeSection, OpenApiNames>();

class NameSearch {
  readonly found: OpenApiUse[] = [];
  readonly operationIds: DeclaredName[] = [];
  /** Where the texts begin that were met: an alias leads to them again. */
  readonly #seen = new Set<number>();
  readonly #section: TreeSection;

  constructor(section: TreeSection) {
    this.#section = section;
    const { tree, key, pointer } = section;
    if (tree === undefined) return;
    const [last = '', above = ''] = [pointer.at(-1), pointer.at(-2)];
    const root = { location: rootLocation(section), tree, label: key ?? tree };
    if (above === 'paths' && pointer.length === 2 && key !== undefined) this.#addTemplate(key, root);
    if (last === 'security') this.#addRequirements(root);
    this.#visit(root, last, above, keysAt(pointer));
  }

  /** `key` is the one the place stands under, or its index, and `above` that of what holds it. */
  #visit(place: Place, key: string, above: string, keysAre: KeysAre): void {
    const { tree } = place;
    if (tree.kind === 'list') {
      for (const [index, item] of tree.items.entries()) {
        if (item.kind !== 'scalar') this.#visit(below(place, String(index), item), String(index), key, 'words');
      }
      return;
    }
    for (const entry of entriesOf(tree)) {
      if (entry.value !== undefined && isData(entry.key.value, entry.value, keysAre)) continue;
      if (keysAre === 'words') this.#visitKeyword(place, entry, key, above);
      else this.#visitNamed(place, entry, key);
    }
  }

  /** The names of a map are its authors', what they name is not. */
  #visitNamed(map: Place, { key, value }: TreeEntry, name: string): void {
    if (value === undefined) return;
    const isReference = key.value === '$ref' && value.kind === 'scalar';
    if (isReference) this.#addReference('ref', value, map);
    else if (value.kind !== 'scalar') {
      const inner = below(map, key.value, value);
      if (name === 'paths') this.#addTemplate(key, inner);
      this.#visit(inner, key.value, name, 'words');
    }
  }

  #visitKeyword(place: Place, { key: written, value }: TreeEntry, key: string, above: string): void {
    const keyword = written.value;
    if (value === undefined) return;
    if (value.kind === 'scalar') {
      this.#addText(keyword, value, place, above);
      return;
    }
    const inner = below(place, keyword, value);
    if (keyword.startsWith('/') && value.kind === 'map') this.#addTemplate(written, inner);
    if (keyword === 'required') this.#addItems('property', value, place);
    else if (keyword === 'tags' && (above === 'x-tagGroups' || isOperation(place, key, above)))
      this.#addItems('tag', value, place);
    else if (keyword === 'security' && (place.location.parent === undefined || isOperation(place, key, above)))
      this.#addRequirements(inner);
    else if (keyword === 'discriminator') this.#addName('property', findEntry(value, 'propertyName')?.value, place);
    else if (keyword === 'mapping' && key === 'discriminator') {
      for (const entry of entriesOf(value)) if (entry.value) this.#addReference('mapping', entry.value, inner);
    }
    this.#visit(inner, keyword, key, keysBelow(keyword, 'words'));
  }

  #addText(keyword: string, value: TreeNode, place: Place, above: string): void {
    if (keyword === '$ref' || keyword === '$dynamicRef') this.#addReference('ref', value, place);
    else if (keyword === 'operationRef') this.#addReference('operation-ref', value, place);
    else if (keyword === 'discriminator') this.#addName('property', value, place);
    else if (keyword === 'parent' && above === 'tags') this.#addName('tag', value, place);
    else if (keyword === 'operationId') this.#addOperationId(value, place, above);
  }

  #addOperationId(value: TreeNode, place: Place, above: string): void {
    const name = this.#textOf(value);
    if (name === undefined) return;
    if (above === 'links') this.found.push({ kind: 'operation', value: name, name: name.value, owner: place });
    else this.operationIds.push({ name, owner: place });
  }

  #addItems(kind: OpenApiUse['kind'], list: TreeNode, owner: Place): void {
    if (list.kind === 'list') for (const item of list.items) this.#addName(kind, item, owner);
  }

  #addName(kind: OpenApiUse['kind'], node: TreeNode | undefined, owner: Place): void {
    const value = node && this.#textOf(node);
    if (value !== undefined) this.found.push({ kind, value, name: value.value, owner });
  }

  #addRequirements({ tree, location }: Place): void {
    if (tree.kind !== 'list') return;
    for (const [index, item] of tree.items.entries()) {
      const owner = { location: childLocation(location, index), tree: item, label: item };
      for (const { key, value } of entriesOf(item)) {
        if (key.value === '$ref' || !this.#isNew(key)) continue;
        this.found.push({ kind: 'security-scheme', value: key, name: key.value, owner });
        for (const scope of value?.kind === 'list' ? value.items : []) this.#addScope(scope, key.value, owner);
      }
    }
  }

  #addScope(node: TreeNode, scheme: string, owner: Place): void {
    const value = this.#textOf(node);
    if (value !== undefined) this.found.push({ kind: 'scope', value, name: value.value, owner, scheme });
  }

  #addReference(kind: OpenApiUse['kind'], node: TreeNode, owner: Place): void {
    const value = this.#textOf(node);
    if (value !== undefined) this.found.push({ kind, value, name: targetStep(value.value), owner });
  }

  /** The parameters in a path; none where the path is written in escapes, so that nobody knows where each begins. */
  #addTemplate(path: Located<string>, owner: Place): void {
    const { text } = this.#section;
    const start = text.indexOf(path.value, path.span.start);
    if (start < 0 || start + path.value.length > path.span.end || !this.#isNew(path)) return;
    for (const { value, span } of templateNames(path.value)) {
      const named = { value, span: { start: start + span.start, end: start + span.end } };
      this.found.push({ kind: 'parameter', value: named, name: value, owner });
    }
  }

  #textOf(node: TreeNode): Located<string> | undefined {
    return isText(node) && this.#isNew(node) ? node : undefined;
  }

  #isNew({ span: { start } }: Pick<TreeNode, 'span'>): boolean {
    if (this.#seen.has(start)) return false;
    this.#seen.add(start);
    return true;
  }
}

function isText(node: TreeNode): node is ScalarNode & Located<string> {
  return node.kind === 'scalar' && typeof node.value === 'string';
}

function below(place: Place, key: string, tree: TreeNode): Place {
  return { location: childLocation(place.location, key), tree, label: tree };
}

/** True for what stands under a method, and for what has responses wherever it stands. */
function isOperation({ tree }: Place, key: string, above: string): boolean {
  return methods.has(key) || above === 'additionalOperations' || findEntry(tree, 'responses') !== undefined;
}
