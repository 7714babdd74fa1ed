import type { Description } from '#core/openapi/description/description.ts';
import { isHeaderPointer, locate } from '#core/openapi/reference/locate.ts';
import { type PointerText, pointerTexts } from '#core/openapi/reference/pointer-texts.ts';
import { canonicalUri, readReferenceTarget } from '#core/openapi/reference/reference-target.ts';
import type { TreeDocument, TreeSection } from '#core/tree/section.ts';
import { findString } from '#core/tree/tree.ts';

/** A place that a reference passes or ends at; more than one where a `$ref` stands on its way. */
export interface Hop {
  readonly uri: string;
  /** From the root of the file. */
  readonly pointer: readonly string[];
  /** How many of the last steps are written in the reference itself, and not in a `$ref` on its way. */
  readonly own: number;
}

/** A string that leads to a place, and how. */
export interface IncomingReference extends PointerText {
  /** The file it stands in. */
  readonly uri: string;
  readonly hops: readonly Hop[];
}

/** A reference at one of its hops. */
export interface Passage {
  readonly reference: IncomingReference;
  readonly hop: Hop;
}

/** A place in a file, and those below it. */
interface Spot {
  readonly below: Map<string, Spot>;
  readonly passages: Passage[];
}

/** How many `$ref`s on the way of one pointer are followed. */
const maximumHops = 32;

/** Which references of a description lead where. Made when a fix that moves something is asked for, never by an edit. */
export class IncomingReferences {
  readonly #documents: ReadonlyMap<string, TreeDocument>;
  /** The roots of the files, by canonical uri. */
  readonly #roots = new Map<string, Spot>();

  private constructor({ files }: Description) {
    this.#documents = new Map([...files.values()].map((document) => [canonicalUri(document.uri), document]));
    for (const { uri, sections } of files.values()) {
      for (const section of sections) for (const text of pointerTexts(section)) this.#add(uri, text);
    }
  }

  static of(description: Description): IncomingReferences {
    const index = known.get(description) ?? new IncomingReferences(description);
    known.set(description, index);
    return index;
  }

  /** Those that lead to a place, through it, or below it. */
  through(uri: string, pointer: readonly string[]): readonly Passage[] {
    const spot = this.#spotAt(uri, pointer);
    return spot === undefined ? [] : passagesIn(spot);
  }

  /** Those that lead to later items of a list, or below them. */
  behind(uri: string, pointer: readonly string[]): readonly Passage[] {
    const list = this.#spotAt(uri, pointer.slice(0, -1));
    const index = Number(pointer.at(-1));
    const later = [...(list?.below ?? [])].filter(([step]) => Number(step) > index);
    return later.flatMap(([, spot]) => passagesIn(spot));
  }

  #spotAt(uri: string, pointer: readonly string[]): Spot | undefined {
    let spot = this.#roots.get(canonicalUri(uri));
    for (const step of pointer) spot = spot?.below.get(step);
    return spot;
  }

  #add(uri: string, text: PointerText): void {
    const hops = this.#hopsOf(uri, text.target);
    const reference = { ...text, uri, hops };
    for (const hop of hops) {
      const root = spotIn(this.#roots, canonicalUri(hop.uri));
      const spot = hop.pointer.reduce((above, step) => spotIn(above.below, step), root);
      spot.passages.push({ reference, hop });
    }
  }

  /** None for what leads nowhere, or to a place that is not known. */
  #hopsOf(uri: string, text: string): readonly Hop[] {
    const hops: Hop[] = [];
    let target = readReferenceTarget(text, uri);
    let rest: readonly string[] = [];
    while (target.kind === 'pointer' && hops.length < maximumHops) {
      const document = this.#documents.get(canonicalUri(target.uri));
      if (document === undefined) return [];
      const pointer = [...target.pointer, ...rest];
      hops.push({ uri: document.uri, pointer, own: hops.length === 0 ? pointer.length : rest.length });
      const found = locate(document, pointer);
      if (found?.kind !== 'through') return found || isHeaderPointer(document, pointer) ? hops : [];
      target = readReferenceTarget(findString(found.place.tree, '$ref')?.value ?? '', document.uri);
      rest = found.rest;
    }
    return [];
  }
}

const known = new WeakMap<Description, IncomingReferences>();

/**
 * False where the texts alone tell that no reference leads below a key of a root: what does is written `#/key`, or with escapes behind
 * its `#` (`%7B`, `\\/`), or with one in its place. It is a hundred times faster than following all references.
 */
export function mayReferTo(description: Description, key: string): boolean {
  const keys = told.get(description) ?? new Map<string, boolean>();
  told.set(description, keys);
  const before = keys.get(key);
  if (before !== undefined) return before;
  const signs = [`#/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, '\\u002', '\\x2', '\\U0'];
  const tells = ({ text }: TreeSection) => signs.some((sign) => text.includes(sign)) || hasEscapedFragment(text);
  const may = [...description.files.values()].some(({ sections }) => sections.some(tells));
  keys.set(key, may);
  return may;
}

const blank = 0x20;
const quotes: ReadonlySet<number> = new Set([0x22, 0x27]);
/** `%` and `\\`. */
const escapes: ReadonlySet<number> = new Set([0x25, 0x5c]);

/** True for a text with an escape behind a `#`, before the next blank or quote. */
function hasEscapedFragment(text: string): boolean {
  for (let at = text.indexOf('#'); at >= 0; ) {
    let end = at + 1;
    for (let code = text.charCodeAt(end); code > blank && !quotes.has(code); code = text.charCodeAt(++end)) {
      if (escapes.has(code)) return true;
    }
    at = text.indexOf('#', end);
  }
  return false;
}

const told = new WeakMap<Description, Map<string, boolean>>();

function spotIn(spots: Map<string, Spot>, name: string): Spot {
  const spot = spots.get(name) ?? { below: new Map<string, Spot>(), passages: [] };
  spots.set(name, spot);
  return spot;
}

function passagesIn({ passages, below }: Spot): readonly Passage[] {
  return [...passages, ...[...below.values()].flatMap(passagesIn)];
}
