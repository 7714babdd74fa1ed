import type { PlainValue } from '#core/tree/tree.ts';
import type { Random } from '../../../support/random.ts';

export interface Mutant {
  readonly value: PlainValue;
  /** What was done: `misspell /paths/…`. */
  readonly told: string;
}

type Plain = { [key: string]: PlainValue } | PlainValue[];

/** A copy of a description of which one member is misspelt, of another type, empty, left out, or elsewhere. */
export function mutate(description: PlainValue, random: Random): Mutant | undefined {
  const copy = copyOf(description);
  const places = [...membersOf(copy, [])];
  const [first, ...others] = places;
  if (first === undefined) return undefined;
  const { parent, key, path } = random.pick([first, ...others]);
  const kind = random.pick(['misspell', 'retype', 'null', 'drop', 'misplace'] as const);
  const told = `${kind} /${path.join('/')}`;
  const value = valueAt(parent, key);
  if (kind === 'retype') put(parent, key, retyped(value, random));
  else if (kind === 'null') put(parent, key, null);
  else {
    remove(parent, key);
    if (kind === 'misspell' && !Array.isArray(parent)) put(parent, misspelt(key, random), value);
    const other = random.pick([first, ...others]).parent;
    if (kind === 'misplace' && !Array.isArray(other)) put(other, Array.isArray(parent) ? 'item' : key, copyOf(value));
  }
  return { value: copy, told };
}

/** A copy that shares nothing, with itself neither. */
function copyOf(value: PlainValue): PlainValue {
  return JSON.parse(JSON.stringify(value));
}

interface Member {
  readonly parent: Plain;
  readonly key: string;
  readonly path: readonly string[];
}

function* membersOf(value: PlainValue, path: readonly string[]): Iterable<Member> {
  if (!isPlain(value)) return;
  for (const key of Object.keys(value)) {
    yield { parent: value, key, path: [...path, key] };
    yield* membersOf(valueAt(value, key), [...path, key]);
  }
}

function isPlain(value: PlainValue): value is Plain {
  return typeof value === 'object' && value !== null;
}

function valueAt(parent: Plain, key: string): PlainValue {
  return (Array.isArray(parent) ? parent[Number(key)] : parent[key]) ?? null;
}

function put(parent: Plain, key: string, value: PlainValue): void {
  if (Array.isArray(parent)) parent[Number(key)] = value;
  else parent[key] = value;
}

function remove(parent: Plain, key: string): void {
  if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else delete parent[key];
}

function retyped(value: PlainValue, random: Random): PlainValue {
  const others: readonly PlainValue[] = ['text', 7, true, [], {}, ['text'], { a: 'text' }];
  const [first = 'text', ...rest] = others.filter(
    (other) => typeof other !== typeof value || Array.isArray(other) !== Array.isArray(value),
  );
  return random.pick([first, ...rest]);
}

function misspelt(key: string, random: Random): string {
  const at = random.below(key.length);
  const letter = random.pick(['e', 'x', 'S', 't']);
  return random.pick([
    key.slice(0, at) + key.slice(at + 1),
    key.slice(0, at) + letter + key.slice(at),
    key.slice(0, at) + letter + key.slice(at + 1),
  ]);
}
