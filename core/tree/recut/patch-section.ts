import { copyOf } from '#core/text/copy-of.ts';
import type { Edit, Span } from '#core/text/span.ts';
import { resolveCoreScalar } from '#core/tree/read/core-scalar.ts';
import type { TreeLanguage, TreeSection } from '#core/tree/section.ts';
import type { Scalar, ScalarNode, TreeEntry, TreeNode } from '#core/tree/tree.ts';
import { listNode, mapNode, scalarNode, treeKey } from '#core/tree/tree-nodes.ts';

/**
 * The section after edits of its text (counted from its start, sorted, without overlaps) that stay within values written so
 * plainly that nothing else can depend on them: strings in quotes without escapes, plain words in a line of their own.
 * Undefined when the text must be cut and read anew.
 * Law: what is returned equals the section that is read from the edited text, and the file is cut as before.
 */
export function patchSection(section: TreeSection, edits: readonly Edit[], edited: string): TreeSection | undefined {
  const { tree, problems, language } = section;
  if (tree === undefined || edits.length === 0 || problems.length > 0) return undefined;
  if (language === 'yaml' && mayBeAnchor.test(section.text)) return undefined;
  const text = copyOf(edited);
  const patch = new TreePatch(section, edits, text);
  const patched = patch.node(tree, section.key?.span, false);
  return patch.isComplete ? { ...section, text, tree: patched } : undefined;
}

/** What is anchored stands in several places of the tree. */
const mayBeAnchor = /(?:^|[\s,[{:-])&[^\s&]/;

class TreePatch {
  readonly #before: string;
  readonly #after: string;
  readonly #language: TreeLanguage;
  readonly #edits: readonly Edit[];
  #isRefused = false;
  #done = 0;

  constructor({ text, language }: TreeSection, edits: readonly Edit[], after: string) {
    this.#before = text;
    this.#after = after;
    this.#language = language;
    this.#edits = edits;
  }

  /** True when each edit was within one value that could be read alone. */
  get isComplete(): boolean {
    return !this.#isRefused && this.#done === this.#edits.length;
  }

  /** `key`: the place of the key before the value, if there is one; `isFlow`: whether it stands within brackets. */
  node(node: TreeNode, key: Span | undefined, isFlow: boolean): TreeNode {
    if (node.kind === 'scalar') return this.#scalar(node, key, isFlow);
    const { span } = node;
    const { start, end } = this.#moved(span);
    const opener = this.#before.charAt(span.start);
    const isWithin = isFlow || opener === '{' || opener === '[';
    if (node.kind === 'list') {
      const items = node.items.map((item) => this.node(item, undefined, isWithin));
      return listNode(start, end, items);
    }
    const entries = node.entries.map((entry) => this.#entry(entry, isWithin));
    return mapNode(start, end, entries);
  }

  #entry({ key, value, merged }: TreeEntry, isFlow: boolean): TreeEntry {
    // Without anchors nothing is merged.
    if (merged === true) this.#isRefused = true;
    const { value: name, span } = key;
    const { start, end } = this.#moved(span);
    return { key: treeKey(start, end, name), value: value && this.node(value, span, isFlow) };
  }

  #scalar({ span, value }: ScalarNode, key: Span | undefined, isFlow: boolean): ScalarNode {
    const moved = this.#moved(span);
    const count = this.#countWithin(span);
    if (count === 0) return scalarNode(moved.start, moved.end, value);
    this.#done += count;
    const isPlace = this.#language === 'json' || (!isFlow && key !== undefined && this.#isOnLineOfKey(span, key));
    const changed = isPlace ? this.#read(span, moved) : undefined;
    if (changed === undefined) this.#isRefused = true;
    return scalarNode(moved.start, moved.end, changed === undefined ? value : changed);
  }

  /** True when nothing but the key and its colon stands before the value: no tag, no anchor, no end of another value. */
  #isOnLineOfKey(value: Span, key: Span): boolean {
    const lineStart = this.#before.lastIndexOf('\n', key.start) + 1;
    return (
      /^ *(?:- +)*$/.test(this.#before.slice(lineStart, key.start)) &&
      !this.#before.slice(key.start, key.end).includes('\n') &&
      /^: +$/.test(this.#before.slice(key.end, value.start))
    );
  }

  #read(old: Span, now: Span): Scalar | undefined {
    const before = this.#before.slice(old.start, old.end);
    const after = this.#after.slice(now.start, now.end);
    const form = forms[this.#language].find((each) => each.pattern.test(before) && each.pattern.test(after));
    if (form === undefined) return undefined;
    if (!form.isQuoted) return resolveCoreScalar(copyOf(after));
    const takesQuote = this.#edits.some(({ span }) => isPartOf(span, old) && !isPartOf(span, within(old)));
    // A string of its own: a slice would keep this text in memory as long as the value lives on in later ones.
    return takesQuote ? undefined : copyOf(after.slice(1, -1));
  }

  #countWithin({ start, end }: Span): number {
    let count = 0;
    for (const { span } of this.#edits) if (start < end && isPartOf(span, { start, end })) count++;
    return count;
  }

  #moved({ start, end }: Span): Span {
    if (end < (this.#edits[0]?.span.start ?? 0)) return { start, end };
    let [startGrowth, endGrowth] = [0, 0];
    for (const { span, newText } of this.#edits) {
      if (span.start > end) break;
      const growth = newText.length - (span.end - span.start);
      if (span.end <= start && span.start < start) startGrowth += growth;
      if (span.end <= end && (span.start < end || start < end)) endGrowth += growth;
    }
    return { start: start + startGrowth, end: end + endGrowth };
  }
}

function isPartOf(edit: Span, { start, end }: Span): boolean {
  return start <= edit.start && edit.end <= end;
}

/** What stands between the quotes. */
function within({ start, end }: Span): Span {
  return { start: start + 1, end: end - 1 };
}

/** How a value may be written, before and after. */
interface Form {
  readonly pattern: RegExp;
  readonly isQuoted: boolean;
}

const forms: Readonly<Record<TreeLanguage, readonly Form[]>> = {
  json: [{ pattern: /^"[^"\\\p{Cc}\u2028\u2029]*"$/u, isQuoted: true }],
  yaml: [
    { pattern: /^'[ -&(-~\u00a1-\u2027\u2030-\ud7ff]*'$/, isQuoted: true },
    { pattern: /^"[ !#-[\]-~\u00a1-\u2027\u2030-\ud7ff]*"$/, isQuoted: true },
    // Without colons, comments and brackets.
    { pattern: /^\w(?:[\w ,./()'"`$@=;<>+*!?-]*[\w,./)'"`])?$/, isQuoted: false },
  ],
};
