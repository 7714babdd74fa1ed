import { hasLoneCarriageReturn } from '#core/tree/cut/cut-yaml.ts';
import { findYamlContent, listYamlKeys, type YamlKey } from '#core/tree/cut/yaml-keys.ts';
import type { Outline } from '#core/tree/outline.ts';
import type { RecutStretch, Stretch } from '#core/tree/recut/stretch.ts';
import type { TreeSection } from '#core/tree/section.ts';
import { finish } from '#core/work/steps.ts';

/** Cuts entries of one YAML map anew. `keepsBlankLines` is true when some block scalar of the file keeps them. */
export function recutYaml(stretch: Stretch, keepsBlankLines: boolean): RecutStretch {
  const { text, parent, outline, old, next } = stretch;
  const indent = indentOf(old[0]);
  if (hasLoneCarriageReturn(text) || hasShallowLine(text, indent)) return undefined;
  if (next !== undefined && !endsInContent(text, indent)) return 'next';
  const keys = finish(listYamlKeys(text, { from: 0, to: text.length, indent, keepsBlankLines }));
  if (keys === undefined || !isFirstContent(keys[0], stretch)) return undefined;
  if (keys[0]?.start !== 0) return 'previous';
  const cuts = keys.map(({ name, start, key }) => ({ role: 'entry', start, pointer: [...parent, name], key }) as const);
  return cuts.some(({ pointer }) => changesMap(pointer, outline)) ? undefined : cuts;
}

/** True for a key that makes its map something else than a list of entries. */
function changesMap(pointer: readonly string[], outline: Outline): boolean {
  const name = pointer.at(-1);
  return name === '$ref' || name === '<<' || outline.isContainer(pointer);
}

/** What a file begins with decides whether it is cut at all: it must be the first key, plainly written. */
function isFirstContent(key: YamlKey | undefined, { text, previous }: Stretch): boolean {
  if (previous === undefined && text.startsWith('\uFEFF')) return false;
  if (previous !== undefined && previous.pointer.length > 0) return true;
  return findYamlContent(text, 0, text.length)?.offset === key?.key.start;
}

/** True when a line that says something is indented less. */
function hasShallowLine(text: string, indent: number): boolean {
  return indent > 0 && new RegExp(`^ {0,${indent - 1}}[^ #\\r\\n]`, 'm').test(text);
}

/** True when the text ends in a whole line that is neither blank nor a comment that could go to the next key. */
function endsInContent(text: string, indent: number): boolean {
  if (!text.endsWith('\n')) return false;
  const line = text.slice(text.lastIndexOf('\n', text.length - 2) + 1).trimEnd();
  const content = line.trimStart();
  return content !== '' && (!content.startsWith('#') || line.length - content.length > indent);
}

/** The column of the section's key. */
function indentOf(section: TreeSection | undefined): number {
  const start = section?.key?.span.start ?? 0;
  return start - ((section?.text.lastIndexOf('\n', start - 1) ?? -1) + 1);
}
