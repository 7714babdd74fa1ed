import { type ConfigCursor, configCursor } from '#core/config/config-cursor.ts';
import { parseYaml } from '#core/tree/read/parse-yaml.ts';
import { findNode, type TreeNode } from '#core/tree/tree.ts';

/** Where somebody writes in a `plumbline.yaml`. */
export interface ConfigPlace extends ConfigCursor {
  /** A key of the map, or the value, that `path` leads to. */
  readonly as: 'key' | 'value';
  /** Keys and list indexes. */
  readonly path: readonly string[];
  /** The keys of the same map, or the strings of the same list, but for the word itself. */
  readonly beside: readonly string[];
}

/** Stands for the word while its place is looked for. */
const probe = 'plumblineprobe';

/** Longer texts are nobody's configuration. */
const maximumLength = 1_000_000;

/** What the place may be, most likely first: more than one where the text is broken. None in comments. */
export function* configPlaces(text: string, offset: number): Iterable<ConfigPlace> {
  const cursor = text.length > maximumLength ? undefined : configCursor(text, offset);
  if (cursor === undefined) return;
  const { whole, upToHere, nested } = withProbe(text, cursor);
  for (const probed of [whole, upToHere, nested]) {
    const found = findProbe(probed);
    if (found !== undefined) yield { ...cursor, ...found };
  }
}

/** A text with the probe in it, and less and less of what may be broken around. */
interface ProbedTexts {
  readonly whole: string;
  /** Up to the end of the line. */
  readonly upToHere: string;
  /** Of that only the lines it stands below. */
  readonly nested: string;
}

/** The probe stands in place of the word, as a key where it can be one. */
function withProbe(text: string, cursor: ConfigCursor): ProbedTexts {
  const { word, quote, isQuoteOpen, isFlow, isFirst, hasColon, closing } = cursor;
  const isClosed = quote !== undefined && !isQuoteOpen;
  const after = isClosed ? word.end + 1 : word.end;
  const colon = isFirst && !isFlow && !hasColon ? ':' : '';
  const mark = `${probe}${quote ?? ''}${colon}`;
  const before = `${text.slice(0, word.start)}${mark}`;
  const newline = text.indexOf('\n', after);
  const lineEnd = newline < 0 ? text.length : newline;
  const closingAt = Math.max(after, closing.at);
  const whole = `${before}${text.slice(after, closingAt)}${closing.text}${text.slice(closingAt)}`;
  const upToHere = `${before}${text.slice(after, lineEnd)}${closing.text}\n`;
  return { whole, upToHere, nested: ownLines(upToHere) };
}

/** The last line, and of those above it the ones it stands below by their indentation. */
function ownLines(text: string): string {
  const lines = text.trimEnd().split('\n');
  const kept: string[] = [];
  let indentation = Number.POSITIVE_INFINITY;
  for (const line of lines.reverse()) {
    const own = line.search(/\S/);
    if (own < 0 || own >= indentation || line[own] === '#') continue;
    kept.push(line);
    indentation = own;
  }
  return `${kept.reverse().join('\n')}\n`;
}

type FoundProbe = Pick<ConfigPlace, 'as' | 'path' | 'beside'>;

function findProbe(text: string): FoundProbe | undefined {
  const { tree } = parseYaml(text);
  const found = tree && searched(tree, []);
  if (found === undefined || tree === undefined) return undefined;
  const holder = findNode(tree, found.as === 'key' ? found.path : found.path.slice(0, -1));
  return { ...found, beside: namesIn(holder) };
}

function searched(node: TreeNode, path: readonly string[]): Omit<FoundProbe, 'beside'> | undefined {
  if (node.kind === 'scalar') return node.value === probe ? { as: 'value', path } : undefined;
  const parts: readonly (readonly [string, TreeNode | undefined])[] =
    node.kind === 'list'
      ? node.items.map((item, index) => [String(index), item])
      : node.entries.map(({ key, value }) => [key.value, value]);
  if (node.kind === 'map' && parts.some(([key]) => key === probe)) return { as: 'key', path };
  for (const [step, part] of parts) {
    const found = part && searched(part, [...path, step]);
    if (found !== undefined) return found;
  }
  return undefined;
}

function namesIn(node: TreeNode | undefined): readonly string[] {
  const names =
    node?.kind === 'map'
      ? node.entries.map(({ key }) => key.value)
      : node?.kind === 'list'
        ? node.items.flatMap((item) => (item.kind === 'scalar' && typeof item.value === 'string' ? [item.value] : []))
        : [];
  return names.filter((name) => name !== probe);
}
