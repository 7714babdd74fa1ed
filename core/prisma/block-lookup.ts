import { namespaceOf, splitName } from '#core/prisma/block-name.ts';
import type { PrismaView } from '#core/prisma/model.ts';
import type { Located } from '#core/text/span.ts';

/** What is looked up by a name that may be qualified. */
export interface LookedUp extends Pick<PrismaView, 'section'> {
  readonly name: Located<string>;
}

/** The blocks of a schema by what types call them. */
export class BlockLookup<B extends LookedUp> {
  readonly #byName = new Map<string, B[]>();

  constructor(blocks: Iterable<B>) {
    for (const block of blocks) {
      const alike = this.#byName.get(block.name.value);
      if (alike === undefined) this.#byName.set(block.name.value, [block]);
      else alike.push(block);
    }
  }

  /**
   * What a type means that is written in a namespace, or in none where `from` is empty: behind the name of a namespace what stands in that
   * one alone; a bare name means what stands in the same namespace, else what stands in none, else the only one there is. Several where
   * blocks of one namespace have one name.
   */
  meant(type: string, from: string): readonly B[] {
    const parts = splitName(type);
    const named = (parts && this.#byName.get(parts.name)) ?? [];
    const among = (namespace: string | undefined) => named.filter(({ section }) => namespaceOf(section) === namespace);
    if (parts?.qualifier !== undefined) return among(parts.qualifier);
    const near = [among(from), among(undefined)].find((blocks) => blocks.length > 0);
    return near ?? (named.length === 1 ? named : []);
  }
}
