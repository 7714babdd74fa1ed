import { findYamlContent, hasKeepIndicator, listYamlKeys, type YamlKey } from '#core/tree/cut/yaml-keys.ts';
import type { Outline } from '#core/tree/outline.ts';
import { type SectionCut, wholeCut } from '#core/tree/section-cut.ts';
import type { Steps } from '#core/work/steps.ts';

/** Cuts a YAML file by indentation, in steps; one without a marker of the outline, and one where cutting is not safe, is one section. */
export function* cutYaml(text: string, outline: Outline): Steps<readonly SectionCut[]> {
  const keepsBlankLines = hasKeepIndicator(text);
  const keys = yield* listRootKeys(text, keepsBlankLines);
  if (keys === undefined || !keys.some(({ name }) => outline.markers.has(name))) return wholeCut;
  const cuts: SectionCut[] = [];
  const first = keys[0]?.start ?? 0;
  if (first > 0) cuts.push({ role: 'preamble', start: 0, pointer: [], key: { start: 0, end: 0 } });
  const file = { text, outline, keepsBlankLines, cuts };
  for (const [index, key] of keys.entries()) {
    yield* cutKey(file, key, keys[index + 1]?.start ?? text.length, []);
  }
  return cuts;
}

/** The keys of the root map; undefined when the root is no block map, or not one that can be cut. */
function* listRootKeys(text: string, keepsBlankLines: boolean): Steps<readonly YamlKey[] | undefined> {
  if (hasLoneCarriageReturn(text)) return undefined;
  const preambleEnd = findPreambleEnd(text);
  const content = findYamlContent(text, preambleEnd, text.length);
  if (content === undefined) return undefined;
  const keys = yield* listYamlKeys(text, {
    from: preambleEnd,
    to: text.length,
    indent: content.indent,
    keepsBlankLines,
  });
  if (keys === undefined || keys[0]?.key.start !== content.offset) return undefined;
  return keys.some(({ name }) => name === '<<') ? undefined : keys;
}

/** A file while it is cut. */
interface FileCut {
  readonly text: string;
  readonly outline: Outline;
  readonly keepsBlankLines: boolean;
  readonly cuts: SectionCut[];
}

function* cutKey(file: FileCut, key: YamlKey, end: number, parent: readonly string[]): Steps<void> {
  const { cuts, outline } = file;
  const pointer = [...parent, key.name];
  const children = key.isBare && outline.isContainer(pointer) ? yield* listChildren(file, key, end) : undefined;
  if (children === undefined) {
    cuts.push({ role: 'entry', start: key.start, pointer, key: key.key });
    return;
  }
  cuts.push({ role: 'header', start: key.start, pointer, key: key.key });
  for (const [index, child] of children.entries()) {
    yield* cutKey(file, child, children[index + 1]?.start ?? end, pointer);
  }
}

/** The keys below a container; undefined when its value is no block map, is itself a reference, or cannot be cut. */
function* listChildren(
  { text, keepsBlankLines }: FileCut,
  parent: YamlKey,
  end: number,
): Steps<readonly YamlKey[] | undefined> {
  const content = findYamlContent(text, parent.lineEnd, end);
  if (content === undefined || content.indent <= parent.indent) return undefined;
  const children = yield* listYamlKeys(text, {
    from: parent.lineEnd,
    to: end,
    indent: content.indent,
    keepsBlankLines,
  });
  if (children === undefined || children.length === 0) return undefined;
  return children.some(({ name }) => name === '$ref' || name === '<<') ? undefined : children;
}

/** Behind the byte order mark and a line `---`; what follows belongs to the first key. */
export function findPreambleEnd(text: string): number {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const marker = /(?:[ ]*(?:#.*)?\r?\n)*---[ ]*(?:#.*)?(?:\r?\n|$)/y;
  marker.lastIndex = start;
  return marker.exec(text) === null ? start : marker.lastIndex;
}

/** True when some line ends in a carriage return alone: such a file is not cut. */
export function hasLoneCarriageReturn(text: string): boolean {
  return text.includes('\r') && /\r(?!\n)/.test(text);
}
