import { rootVersion } from '#core/openapi/description/description-context.ts';
import type { OpenApiVersion } from '#core/openapi/model.ts';
import { formatPointer } from '#core/openapi/reference/reference-target.ts';
import { fieldOf, objectOf } from '#core/openapi/spec/objects-of.ts';
import type { Reference } from '#core/openapi/view.ts';
import { isMarkedDuplicate } from '#core/tree/cut/read-section.ts';
import { brackets } from '#core/tree/read/json-tree-reader.ts';
import type { TreeDocument, TreeSection } from '#core/tree/section.ts';
import { isEmptyValue } from '#core/tree/tree.ts';
import { listDifference } from '#core/work/list-difference.ts';
import { isAllUnderstood, isUnderstood } from '#core/work/understood.ts';

type Files = ReadonlyMap<string, TreeDocument>;

/** True where all text of these files is understood. */
export function isUnderstoodIn(files: Files): boolean {
  return [...files.values()].every(isAllUnderstood);
}

/**
 * The keys of the root map whose values are not understood; an empty one where the whole file is not, `?` where a section that is
 * not understood may have taken in a key of the root.
 */
export function brokenRoots(root: TreeDocument | undefined): readonly string[] {
  const broken = root?.sections.filter((section) => !isUnderstood(section)) ?? [];
  return broken.flatMap((section) => {
    if (section.pointer.length < 2) return section.pointer[0] ?? '';
    return hasOuterLine(section) ? '?' : [];
  });
}

/**
 * The sections of a root of which nobody knows what they are: those that follow, in the same map, one that is not understood and may have
 * taken in the key of another map; all in a map whose own key is not understood; those behind a root key that is not, whose key the
 * document does not have; a key without a value before one that is not; and both of two with one key.
 */
export function doubtfulSections(root: TreeDocument): ReadonlySet<TreeSection> {
  if (isAllUnderstood(root)) return none;
  const doubts = new Doubts(rootVersion(root) ?? '3.1');
  const broken = root.sections.filter((section) => !isUnderstood(section));
  const named = new Set(broken.flatMap(doubtfulPointers));
  const keys = new Set(broken.map(({ pointer }) => pointer[0]));
  return new Set(
    root.sections.filter((section, place) => {
      const { pointer, tree } = section;
      const isNamed = named.size > 0 && named.has(formatPointer(pointer));
      const isEmpty = tree !== undefined && isEmptyValue(tree) && pointer.length > 0 && keys.has(pointer[0]);
      return doubts.isDoubtful(section) || isNamed || isEmpty || isCutOff(section, root.sections[place + 1]);
    }),
  );
}

/** Both of two with one key; the map around one that has taken in the key of another map: it may end before. */
function doubtfulPointers(section: TreeSection): readonly string[] {
  const { pointer } = section;
  const around = pointer.length > 2 && hasOuterLine(section) ? [pointer.slice(0, 2)] : [];
  return (isMarkedDuplicate(section) ? [pointer, ...around] : around).map(formatPointer);
}

/** True for a key without a value, or with a text among maps, before what is not understood: that may be its value, or its map. */
function isCutOff({ tree, pointer }: TreeSection, next: TreeSection | undefined): boolean {
  if (tree?.kind !== 'scalar' || next === undefined || isUnderstood(next)) return false;
  return pointer.length > (isEmptyValue(tree) ? 0 : 1);
}

/** Goes through the sections of a root, in order. */
class Doubts {
  /** Of the map whose entries are in doubt from here on, and of the one whose own key is not understood. */
  #entriesOf: readonly string[] | undefined;
  #below: readonly string[] | undefined;
  /** The root keys with text that is not understood, as far as they have been met; empty for the root itself. */
  readonly #brokenKeys = new Set<string>();
  readonly #version: OpenApiVersion;

  constructor(version: OpenApiVersion) {
    this.#version = version;
  }

  isDoubtful(section: TreeSection): boolean {
    const { pointer, isHeader } = section;
    if (this.#below !== undefined && !isSameStart(this.#below, pointer)) this.#below = undefined;
    if (this.#entriesOf !== undefined && (isHeader || !isEntryOf(this.#entriesOf, pointer)))
      this.#entriesOf = undefined;
    const isDoubtful = this.#entriesOf !== undefined || this.#below !== undefined || this.#isStray(pointer);
    if (!isUnderstood(section)) this.#note(section);
    return isDoubtful;
  }

  /** True for a key that its map does not have, behind what is not understood in that map. */
  #isStray([first, second]: readonly string[]): boolean {
    if (this.#brokenKeys.size === 0 || first === undefined) return false;
    if (this.#brokenKeys.has('') && !this.#isField('document', first)) return true;
    if (second === undefined || !this.#brokenKeys.has(first)) return false;
    if (first === 'paths') return !second.startsWith('/') && !second.startsWith('x-');
    return first === 'components' && !this.#isField('components', second);
  }

  #isField(object: 'document' | 'components', name: string): boolean {
    const spec = objectOf(this.#version, object);
    return spec === undefined || fieldOf(spec, name) !== undefined;
  }

  #note(section: TreeSection): void {
    const { pointer, isHeader } = section;
    this.#brokenKeys.add(pointer.length < 2 ? '' : (pointer[0] ?? ''));
    if (pointer.length > 1 && hasOuterLine(section)) this.#entriesOf = pointer.slice(0, -1);
    if (isHeader && pointer.length > 0) this.#below ??= pointer;
  }
}

function isEntryOf(map: readonly string[], pointer: readonly string[]): boolean {
  return pointer.length === map.length + 1 && isSameStart(map, pointer);
}

/** True where a pointer begins with these steps. */
function isSameStart(start: readonly string[], pointer: readonly string[]): boolean {
  return start.every((step, depth) => step === pointer[depth]);
}

const none: ReadonlySet<TreeSection> = new Set();

/** True for a `$ref` in place of a list or map in text that is not understood: half-typed text has one where none is meant. */
export function mayBeMisplaced({ to, section }: Reference): boolean {
  return to === 'openapi.part' && !isUnderstood(section);
}

/** True where a line that says something stands further out than the section's own key, and where a bracket closes more than it has. */
function hasOuterLine({ text, key, problems }: TreeSection): boolean {
  if (problems.some(({ cause, message }) => cause === brackets && message.startsWith('Nothing is open'))) return true;
  const start = key?.span.start ?? 0;
  const indent = start - (text.lastIndexOf('\n', start - 1) + 1);
  for (const { 1: blanks = '' } of text.matchAll(/^([ \t]*)(?:- +)?[\w"'/]/gm)) if (blanks.length < indent) return true;
  return false;
}

/** The files in which something that is not understood, or was not, came, went or was replaced; mostly there is none. */
export function changedUnderstanding(before: Files, after: Files): readonly string[] {
  if (before === after) return [];
  const uris = [...new Set([...before.keys(), ...after.keys()])];
  return uris.filter((uri) => !isUnderstoodAlike(before.get(uri), after.get(uri)));
}

/** True where every section that was replaced is understood, and was: nobody looks at the others. */
function isUnderstoodAlike(before: TreeDocument | undefined, after: TreeDocument | undefined): boolean {
  if (before === after) return true;
  if (before === undefined || after === undefined) return false;
  const { removed, added } = listDifference(before.sections, after.sections);
  return [...removed, ...added].every(({ problems }) => problems.length === 0);
}

/** True for a file that is there, and understood. */
export function isRead(document: TreeDocument | undefined): boolean {
  return document !== undefined && isAllUnderstood(document);
}
