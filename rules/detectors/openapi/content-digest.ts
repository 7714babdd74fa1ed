import { entriesOf, type TreeNode } from '#core/tree/tree.ts';

/**
 * A short text that is the same for schemas that say the same of values, whatever the order of their keys: texts for readers and
 * extensions are left out. It is made in one walk, without a copy.
 */
export function contentDigest(schema: TreeNode): string {
  return seeds.map((seed) => digestOf(schema, { seed, leavesOut: true }, false) >>> 0).join('.');
}

/** The same for values in which nothing is left out. */
export function wholeDigest(value: TreeNode): string {
  return seeds.map((seed) => digestOf(value, { seed, leavesOut: false }, false) >>> 0).join('.');
}

const seeds = [0x811c9dc5, 0x1b873593];

interface Digesting {
  readonly seed: number;
  readonly leavesOut: boolean;
}

const prose: ReadonlySet<string> = new Set(['description', 'title', 'example', 'examples', '$comment', 'externalDocs']);

/** Below `properties` all keys are names. */
function digestOf(node: TreeNode | undefined, how: Digesting, areNames: boolean): number {
  const { seed, leavesOut } = how;
  switch (node?.kind) {
    case undefined:
      return seed;
    case 'scalar':
      return digestOfText(String(node.value), digestOfText(typeof node.value, seed));
    case 'list':
      return node.items.reduce((digest, item) => mixed(digest, digestOf(item, how, false)), seed + 1);
    case 'map': {
      let sum = seed + 2;
      for (const { key, value } of entriesOf(node)) {
        const name = key.value;
        if (leavesOut && !areNames && (prose.has(name) || name.startsWith('x-'))) continue;
        // A sum does not depend on the order.
        sum = (sum + mixed(digestOfText(name, seed), digestOf(value, how, !areNames && name === 'properties'))) | 0;
      }
      return sum;
    }
    default:
      return node satisfies never;
  }
}

/** FNV-1a. */
function digestOfText(text: string, seed: number): number {
  let digest = seed;
  for (let at = 0; at < text.length; at++) digest = Math.imul(digest ^ text.charCodeAt(at), 0x01000193);
  return digest;
}

function mixed(a: number, b: number): number {
  const product = Math.imul(a ^ (b >>> 15) ^ (b << 7), 0x85ebca6b);
  return ((product ^ (product >>> 13)) + b) | 0;
}
