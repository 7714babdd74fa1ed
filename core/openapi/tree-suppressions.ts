import { ignoreWord, readDirective, type Suppression } from '#core/suppress/suppression.ts';
import { WrittenLines } from '#core/suppress/written-lines.ts';
import { firstFrom } from '#core/text/first-from.ts';
import type { Located, Span } from '#core/text/span.ts';
import type { TreeSection } from '#core/tree/section.ts';
import type { TreeEntry, TreeNode } from '#core/tree/tree.ts';

const extensionKey = `x-${ignoreWord}`;

/** The suppressions written in a YAML or JSON section: comments (YAML) and `x-plumbline-ignore` (both). */
export function treeSuppressions(section: TreeSection): readonly Suppression[] {
  if (!section.text.includes(ignoreWord)) return [];
  const places = collectPlaces(section);
  const comments = section.language === 'yaml' ? commentSuppressions(section, places) : [];
  return [...comments, ...extensionSuppressions(section, places)];
}

interface Places {
  /** Every entry and list item with its whole span, in text order, outer before inner. */
  readonly nodes: readonly Span[];
  readonly scalars: readonly Span[];
  readonly extensions: readonly { readonly entry: TreeEntry; readonly owner: Span }[];
}

function commentSuppressions(section: TreeSection, places: Places): Suppression[] {
  const { text } = section;
  const found: Suppression[] = [];
  const lines = new WrittenLines(text, /(\r\n?|\n)[ \t]*[^\s#]/g);
  for (const match of text.matchAll(/#[ \t]*(?=plumbline-ignore\b)/g)) {
    const before = text[match.index - 1];
    if (before !== undefined && !/\s/.test(before)) continue;
    if ((places.scalars[firstFrom(places.scalars, match.index) - 1]?.end ?? 0) > match.index) continue;
    const directive = readDirective(text, match.index + match[0].length);
    const target = nodeOnLine(lines, text, match.index, places.nodes) ?? directive.span;
    found.push({ section, ...directive, target });
  }
  return found;
}

/** The outermost node that begins on the comment's line or, when nothing stands before it there, on the next written line. */
function nodeOnLine(lines: WrittenLines, text: string, offset: number, nodes: readonly Span[]): Span | undefined {
  const lineStart = startOfLine(text, offset);
  const ownLine = text.slice(lineStart, offset).trim() === '';
  const start = ownLine ? lines.after(offset) : lineStart;
  if (start === undefined) return undefined;
  const node = nodes[firstFrom(nodes, start)];
  return node !== undefined && !hasLineBreak(text, start, node.start) ? node : undefined;
}

function hasLineBreak(text: string, start: number, end: number): boolean {
  for (let index = start; index < end; index++) if (text[index] === '\n' || text[index] === '\r') return true;
  return false;
}

function startOfLine(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--;
  return start;
}

function extensionSuppressions(section: TreeSection, places: Places): Suppression[] {
  const whole = section.key?.value === extensionKey && section.pointer.length === 1;
  const roots = whole && section.tree ? [{ value: section.tree, target: 'file' as const }] : [];
  const inner = places.extensions.flatMap(({ entry, owner }) =>
    entry.value === undefined
      ? []
      : [{ value: entry.value, target: isRoot(section, owner) ? ('file' as const) : owner }],
  );
  return [...roots, ...inner].flatMap(({ value, target }) =>
    directivesOf(value).map((directive) => ({ section, ...directive, target })),
  );
}

function isRoot(section: TreeSection, owner: Span): boolean {
  return (
    section.pointer.length === 0 && owner.start === section.tree?.span.start && owner.end === section.tree.span.end
  );
}

/** `{ rule: reason }`, `"rule: reason"`, or a list of those. */
function directivesOf(node: TreeNode): Pick<Suppression, 'span' | 'rules' | 'reason'>[] {
  switch (node.kind) {
    case 'list':
      return node.items.flatMap(directivesOf);
    case 'map':
      return node.entries.map(({ key, value }) => ({
        span: key.span,
        rules: [key],
        reason: value?.kind === 'scalar' && typeof value.value === 'string' ? nonEmpty(value.value) : undefined,
      }));
    case 'scalar':
      return typeof node.value === 'string' ? [textDirective({ value: node.value, span: node.span })] : [];
    default:
      return node satisfies never;
  }
}

function textDirective({ value, span }: Located<string>): Pick<Suppression, 'span' | 'rules' | 'reason'> {
  const directive = readDirective(`${ignoreWord} ${value}`, 0);
  return { span, rules: directive.rules.map((rule) => ({ value: rule.value, span })), reason: directive.reason };
}

function nonEmpty(text: string): string | undefined {
  return text.trim() === '' ? undefined : text.trim();
}

function collectPlaces(section: TreeSection): Places {
  const places = { nodes: [] as Span[], scalars: [] as Span[], extensions: [] as { entry: TreeEntry; owner: Span }[] };
  const keyStart = section.key?.span.start;
  const end = section.tree?.span.end ?? section.key?.span.end ?? 0;
  const whole = { start: keyStart ?? section.tree?.span.start ?? 0, end };
  if (keyStart !== undefined) places.nodes.push(whole);
  if (section.tree !== undefined) collect(section.tree, whole, places);
  return places;
}

function collect(
  node: TreeNode,
  owner: Span,
  places: { nodes: Span[]; scalars: Span[]; extensions: { entry: TreeEntry; owner: Span }[] },
): void {
  if (node.kind === 'scalar') places.scalars.push(node.span);
  if (node.kind === 'list') {
    for (const item of node.items) {
      if (item.span.start < node.span.start || item.span.end > node.span.end) continue;
      places.nodes.push(item.span);
      collect(item, item.span, places);
    }
  }
  if (node.kind !== 'map') return;
  for (const entry of node.entries) {
    if (entry.merged) continue;
    if (entry.key.value === extensionKey) places.extensions.push({ entry, owner });
    const inside = entry.value !== undefined && entry.value.span.start >= entry.key.span.start;
    const span = { start: entry.key.span.start, end: inside ? (entry.value?.span.end ?? 0) : entry.key.span.end };
    places.nodes.push(span);
    if (inside && entry.value !== undefined) collect(entry.value, span, places);
  }
}
