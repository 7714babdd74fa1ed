import type { PlainValue } from '#core/tree/tree.ts';

/**
 * An intended change of a YAML or JSON file, said in terms of its value. The writer turns it into text in the file's own
 * style. Pointers are keys and list indexes from the file's root.
 */
export type TreeChange =
  | {
      /** Inserts or replaces the entry at the pointer; missing parent maps are created. */
      readonly kind: 'set';
      readonly uri: string;
      readonly pointer: readonly string[];
      readonly value: PlainValue;
      /** The characters of a number that takes the place of another value: `50.00`. */
      readonly literal?: string;
      /** Leaves an existing entry alone. */
      readonly ifAbsent?: boolean;
      /** The sibling keys the new entry goes before or after, the first one present wins; at the end when none is. */
      readonly before?: readonly string[];
      readonly after?: readonly string[];
    }
  | {
      /** Adds an item to the list at the pointer, which is made where there is none. */
      readonly kind: 'append';
      readonly uri: string;
      readonly pointer: readonly string[];
      readonly value: PlainValue;
      /** Leaves a list alone that has such an item. */
      readonly ifAbsent?: boolean;
    }
  | { readonly kind: 'rename'; readonly uri: string; readonly pointer: readonly string[]; readonly name: string }
  | {
      readonly kind: 'remove';
      readonly uri: string;
      readonly pointer: readonly string[];
      /** With the last item or entry its list or map goes, too: for those that mean nothing where they are empty. */
      readonly prune?: boolean;
    }
  | {
      /** Moves an entry, with its comments, under another map of the same file (or to another key of its map). */
      readonly kind: 'move';
      readonly uri: string;
      readonly pointer: readonly string[];
      readonly to: readonly string[];
    };
