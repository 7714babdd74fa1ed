import type { SectionId } from '#core/text/section.ts';

/** The id of the section that holds the value at a pointer: `<uri>#` and the JSON pointer (RFC 6901 §3). */
export function sectionIdOf(uri: string, pointer: readonly string[]): SectionId {
  let id = `${uri}#`;
  for (const step of pointer) id += `/${escapeStep(step)}`;
  return id;
}

/** RFC 6901 §3; most steps hold neither. */
function escapeStep(step: string): string {
  return step.includes('/') || step.includes('~') ? step.replaceAll('~', '~0').replaceAll('/', '~1') : step;
}

export interface TakenId {
  readonly id: SectionId;
  /** True when the key stands twice in one map. */
  readonly isDuplicate: boolean;
}

/**
 * Hands out ids once, to the sections of a file in their order: further sections at the same pointer get `~2`, `~3`, which
 * no JSON pointer contains. A name must be taken at each of its places, or at none.
 */
export class SectionIds {
  readonly #uri: string;
  readonly #taken = new Map<SectionId, number>();
  /** The keys met under the header that is open at each depth. */
  readonly #keys: Set<string>[] = [];

  constructor(uri: string) {
    this.#uri = uri;
  }

  take(pointer: readonly string[]): TakenId {
    const id = sectionIdOf(this.#uri, pointer);
    const count = (this.#taken.get(id) ?? 0) + 1;
    this.#taken.set(id, count);
    return { id: count === 1 ? id : `${id}~${count}`, isDuplicate: this.#isRepeated(pointer) };
  }

  /** Goes past a section that keeps its id, as its key is none of those taken. */
  pass(pointer: readonly string[]): void {
    if (pointer.length < this.#keys.length) this.#keys.length = pointer.length;
  }

  #isRepeated(pointer: readonly string[]): boolean {
    this.pass(pointer);
    const name = pointer.at(-1);
    if (name === undefined) return false;
    const keys = this.#keys[pointer.length - 1] ?? new Set<string>();
    this.#keys[pointer.length - 1] = keys;
    const isRepeated = keys.has(name);
    keys.add(name);
    return isRepeated;
  }
}
