import type { Completion } from '#core/ask/complete/completion.ts';
import type { TreeWriter } from '#core/ask/complete/openapi/tree-writer.ts';
import { unquoted } from '#core/ask/complete/tree/line-tokens.ts';
import type { TypedNode } from '#core/ask/complete/tree/typed-tree.ts';
import { resolveCoreScalar } from '#core/tree/read/core-scalar.ts';

/** The values of an `enum` where one of them is meant: texts in the quotes they need, others as they are. */
export function enumValues(list: TypedNode | undefined, writer: TreeWriter): readonly Completion[] {
  if (list?.kind !== 'list') return [];
  return list.items.flatMap((item) => {
    if (item?.kind !== 'scalar') return [];
    const { written } = item;
    if (isNoText(written)) return [writer.plain(written, { kind: 'name' })];
    const text = textIn(written);
    if (text === undefined) return [];
    // `'1'` is told apart from `1`.
    const label = text.trim() === '' || isNoText(text) ? written : text;
    return [writer.text(text, { kind: 'name', label })];
  });
}

/** True for `null`, a boolean or a number. */
function isNoText(written: string): boolean {
  return written !== '' && typeof resolveCoreScalar(written) !== 'string';
}

/** Undefined for an alias, a node with a tag or an anchor, and what is not closed or has escapes of YAML alone. */
function textIn(written: string): string | undefined {
  const quote = written[0] ?? '';
  if (quote === '' || '*&!'.includes(quote)) return undefined;
  if (quote !== '"' && quote !== "'") return written;
  if (written.length < 2 || !written.endsWith(quote)) return undefined;
  return quote === "'" ? unquoted(written) : fromJson(written);
}

function fromJson(written: string): string | undefined {
  try {
    const value: unknown = JSON.parse(written);
    return typeof value === 'string' ? value : undefined;
  } catch {
    return undefined;
  }
}
