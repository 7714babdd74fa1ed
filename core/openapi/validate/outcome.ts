import type { Fault } from '#core/openapi/validate/fault.ts';

/** More faults of one value are not told. */
export const mostFaults = 20;

/** What a schema says of a value. */
export class Outcome {
  readonly faults: Fault[] = [];
  /** True where something that was not read, or not understood, may find more wrong. */
  isUnknown = false;
  /** True where it fits only if a text or number is in a format, which is not looked at: no reason to count it or to turn it round. */
  isUnjudged = false;
  /** What keywords looked at within the value; kept only where somebody asks for the rest. */
  readonly evaluated: Evaluated | undefined;

  constructor(keepsEvaluated: boolean) {
    this.evaluated = keepsEvaluated ? new Evaluated() : undefined;
  }

  get isFitting(): boolean {
    return this.faults.length === 0 && !this.isUnknown;
  }

  get isSure(): boolean {
    return this.isFitting && !this.isUnjudged;
  }

  get isWrong(): boolean {
    return this.faults.length > 0;
  }

  add(...faults: readonly Fault[]): void {
    for (const fault of faults) if (this.faults.length < mostFaults) this.faults.push(fault);
  }

  /** Takes over what another schema says of the same value. */
  include(other: Outcome): void {
    this.add(...other.faults);
    this.isUnknown ||= other.isUnknown;
    this.isUnjudged ||= other.isUnjudged;
    if (!other.isWrong && other.evaluated) this.evaluated?.include(other.evaluated);
  }
}

/** The properties and items of one value that keywords looked at (JSON Schema 2020-12 §11). */
export class Evaluated {
  readonly #names = new Set<string>();
  readonly #items = new Set<number>();
  #hasAllNames = false;
  #firstItems = 0;

  addName(name: string): void {
    this.#names.add(name);
  }

  addItem(index: number): void {
    this.#items.add(index);
  }

  /** As many items from the beginning. */
  addFirstItems(count: number): void {
    this.#firstItems = Math.max(this.#firstItems, count);
  }

  addAllNames(): void {
    this.#hasAllNames = true;
  }

  hasName(name: string): boolean {
    return this.#hasAllNames || this.#names.has(name);
  }

  hasItem(index: number): boolean {
    return index < this.#firstItems || this.#items.has(index);
  }

  include(other: Evaluated): void {
    for (const name of other.#names) this.#names.add(name);
    for (const index of other.#items) this.#items.add(index);
    this.#hasAllNames ||= other.#hasAllNames;
    this.addFirstItems(other.#firstItems);
  }
}
