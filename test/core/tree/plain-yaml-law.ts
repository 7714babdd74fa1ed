import assert from 'node:assert/strict';
import { inspect, isDeepStrictEqual } from 'node:util';
import { parseEvents, YAMLException } from 'js-yaml';
import type { Span } from '#core/text/span.ts';
import { MAXIMUM_NESTING } from '#core/tree/read/nesting.ts';
import type { ParsedText } from '#core/tree/read/parsed-text.ts';
import { readPlainYaml } from '#core/tree/read/plain-yaml.ts';
import { readYamlEvents } from '#core/tree/read/yaml-events.ts';
import type { TreeEntry, TreeNode } from '#core/tree/tree.ts';

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

/** Equal in all they hold. Node's own comparison of objects would take most of the time. */
function isSame(a: ParsedText, b: ParsedText | undefined): boolean {
  return b !== undefined && isDeepStrictEqual(a.problems, b.problems) && isSameNode(a.tree, b.tree);
}

function isSameNode(a: TreeNode | undefined, b: TreeNode | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  if (!isSameSpan(a.span, b.span)) return false;
  switch (a.kind) {
    case 'scalar':
      return b.kind === 'scalar' && Object.is(a.value, b.value);
    case 'list':
      return (
        b.kind === 'list' &&
        a.items.length === b.items.length &&
        a.items.every((item, index) => isSameNode(item, b.items[index]))
      );
    case 'map':
      return (
        b.kind === 'map' &&
        a.entries.length === b.entries.length &&
        a.entries.every((entry, index) => isSameEntry(entry, b.entries[index]))
      );
    default:
      return a satisfies never;
  }
}

function isSameEntry(a: TreeEntry, b: TreeEntry | undefined): boolean {
  if (b === undefined || a.merged !== b.merged || a.key.value !== b.key.value) return false;
  return isSameSpan(a.key.span, b.key.span) && isSameNode(a.value, b.value);
}

function isSameSpan(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}
