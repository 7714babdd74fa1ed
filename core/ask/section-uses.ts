import type { Use } from '#core/ask/use.ts';

/** The uses of a section, in the order they are met. */
export class SectionUses<U extends Use = Use> {
  readonly all: readonly U[];
  #byName: ReadonlyMap<string, readonly U[]> | undefined;

  constructor(all: readonly U[]) {
    this.all = all;
  }

  named(name: string): readonly U[] {
    // Most sections have a few: to list them by name takes longer than looking at each.
    if (this.all.length <= few) return this.all.filter((use) => use.name === name);
    this.#byName ??= groupedByName(this.all);
    return this.#byName.get(name) ?? none;
  }

  /** The one that an offset touches, borders included. */
  at(offset: number): U | undefined {
    return this.all.find(({ value: { span } }) => span.start <= offset && offset <= span.end);
  }
}

const few = 20;

const none: readonly never[] = [];

function groupedByName<U extends Use>(uses: readonly U[]): ReadonlyMap<string, readonly U[]> {
  const groups = new Map<string, U[]>();
  for (const use of uses) {
    const known = groups.get(use.name);
    if (known === undefined) groups.set(use.name, [use]);
    else known.push(use);
  }
  return groups;
}
