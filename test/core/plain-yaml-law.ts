import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { parseEvents, YAMLException } from 'js-yaml';
import { MAXIMUM_NESTING } from '#core/tree/nesting.ts';
import type { ParsedText } from '#core/tree/parsed-text.ts';
import { readPlainYaml } from '#core/tree/plain-yaml.ts';
import { readYamlEvents } from '#core/tree/yaml-events.ts';

/**
 * The law of the plain reader: it gives what js-yaml's events give, or gives up; and always where js-yaml refuses. True
 * when the text was read.
 */
export function assertReadAlike(text: string, label: string): boolean {
  const plain = readPlainYaml(text);
  if (plain === undefined) return false;
  const expected = readByEvents(text);
  if (!isSame(plain, expected))
    assert.fail(`${label}: ${JSON.stringify(text)}\n${inspect(plain)}\n${inspect(expected)}`);
  return true;
}

function readByEvents(text: string): ParsedText | undefined {
  try {
    return readYamlEvents(text, parseEvents(text, { maxDepth: MAXIMUM_NESTING + 1 }));
  } catch (error) {
    if (error instanceof YAMLException) return undefined;
    throw error;
  }
}

/** Equal, with the order of properties too. Node's own comparison would take most of the time. */
function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return Object.is(a, b);
  const keys = Object.keys(a);
  if (Array.isArray(a) !== Array.isArray(b) || keys.join() !== Object.keys(b).join()) return false;
  const values = Object.values(b);
  return Object.values(a).every((value, index) => isSame(value, values[index]));
}
