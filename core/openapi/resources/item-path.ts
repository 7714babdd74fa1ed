import { judgedNode } from '#core/openapi/resources/judged-path.ts';
import { lastWord } from '#core/openapi/resources/last-word.ts';
import { namedNoun } from '#core/openapi/resources/named-noun.ts';
import { parameterName } from '#core/openapi/resources/parameter-name.ts';
import type { PathNode } from '#core/openapi/resources/path-node.ts';
import { isParameterPart } from '#core/openapi/resources/path-parts.ts';
import type { PathResource } from '#core/openapi/resources/path-resource.ts';
import { toCamelCase, toKebabCase, toPascalCase, toSnakeCase, wordsOf } from '#core/text/casing.ts';
import { singularOf } from '#core/text/english.ts';

/** How the path of one of a collection would be written here: `/orders/{orderId}` where others are `/users/{userId}`, else `/orders/{id}`. */
export function itemPath(root: PathNode, collection: string): string {
  const noun = wordsOf(collection.split('/').at(-1) ?? '');
  const words = [...noun.slice(0, -1), singularOf(noun.at(-1) ?? '')];
  const [habit] = [...countedHabits(root)].sort(([, a], [, b]) => b - a);
  return `${collection.replace(/\/$/, '')}/{${habit === undefined ? 'id' : nameBy(habit[0], words)}}`;
}

/** The name itself where it has no noun (`id`), else the casing and the last word: `camel id`, `snake uuid`. */
type NameHabit = string;

/** How often ids are called so. */
function countedHabits(root: PathNode): ReadonlyMap<NameHabit, number> {
  const counts = new Map<NameHabit, number>();
  const pending: (readonly [PathNode, PathResource | undefined])[] = [...root.children.values()].map((node) => [
    node,
    undefined,
  ]);
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const [node, parent] = next;
    const resource = judgedNode(node, parent);
    const habit =
      resource.kind === 'item' && isParameterPart(node.key) ? habitOf(parameterName(node), parent) : undefined;
    if (habit !== undefined) counts.set(habit, (counts.get(habit) ?? 0) + 1);
    for (const child of node.children.values()) pending.push([child, resource]);
  }
  return counts;
}

function habitOf(name: string | undefined, parent: PathResource | undefined): NameHabit | undefined {
  if (name === undefined || namedNoun(name) === '') return name;
  const noun = singularOf(lastWord(parent?.parts.at(-1)?.key));
  const words = wordsOf(name);
  const last = words.at(-1) ?? '';
  if (noun === '' || words.at(-2) !== noun) return undefined;
  return casings.find(([, write]) => write([...words.slice(0, -1), last].join(' ')) === name)?.[0].replace('id', last);
}

const casings: readonly (readonly [NameHabit, (text: string) => string])[] = [
  ['camel id', toCamelCase],
  ['snake id', toSnakeCase],
  ['kebab id', toKebabCase],
  ['pascal id', toPascalCase],
];

function nameBy(habit: NameHabit, noun: readonly string[]): string {
  const [casing = '', last = ''] = habit.split(' ');
  const write = casings.find(([name]) => name.startsWith(`${casing} `))?.[1];
  return last === '' || write === undefined ? habit : write([...noun, last].join(' '));
}
