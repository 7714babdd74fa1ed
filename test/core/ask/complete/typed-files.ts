import assert from 'node:assert/strict';
import type { Completion } from '#core/ask/complete/completion.ts';
import { completionsAt } from '#core/ask/complete/completions-at.ts';
import { ChunkedText } from '#core/text/chunked-text.ts';
import { applyEdits, type Edit } from '#core/text/span.ts';
import { workspaceOf } from '../marked-files.ts';

/** What is proposed at the cursor of a file. */
export class TypedAt {
  readonly items: readonly Completion[];
  readonly isCut: boolean;
  readonly #text: string;

  constructor(text: string, found: { readonly items: readonly Completion[]; readonly isCut: boolean }) {
    this.#text = text;
    this.items = found.items;
    this.isCut = found.isCut;
  }

  get labels(): readonly string[] {
    return this.items.map(({ label }) => label);
  }

  item(label: string): Completion {
    const found = this.items.find((each) => each.label === label);
    assert.ok(found !== undefined, `no “${label}” among ${this.labels.join(' ')}`);
    return found;
  }

  /** The text once a proposal was taken, its snippet with the stops in it. */
  taken(label: string): string {
    const { edit, snippet, others } = this.item(label);
    return this.#edited([{ ...edit, newText: snippet ?? edit.newText }, ...others]);
  }

  /** The same for clients that know no snippets. */
  takenPlainly(label: string): string {
    const { edit, others } = this.item(label);
    return this.#edited([edit, ...others]);
  }

  #edited(edits: readonly Edit[]): string {
    return applyEdits(this.#text, edits);
  }
}

/**
 * What is proposed where `¦` stands in one of the files, by name. `before` are the same files as they were read last: nothing typed since
 * is known of them.
 */
export function typedIn(
  files: { readonly [name: string]: string },
  before: { readonly [name: string]: string } = files,
): TypedAt {
  const uriOf = (name: string) => `file:///w/${name}`;
  const read = new Map(Object.entries(before).map(([name, text]) => [uriOf(name), text.replace('¦', '')]));
  const [name, written = ''] = Object.entries(files).find(([, text]) => text.includes('¦')) ?? [];
  assert.ok(name !== undefined, 'There is no cursor.');
  const text = written.replace('¦', '');
  const uri = uriOf(name);
  const typed = { uri, text: ChunkedText.of(text), edits: [editFrom(read.get(uri) ?? '', text)] };
  return new TypedAt(text, completionsAt(workspaceOf(read), typed, written.indexOf('¦')));
}

/** What makes a text of another one: the stretch between what both begin and end with. */
function editFrom(before: string, after: string): Edit {
  const shortest = Math.min(before.length, after.length);
  let start = 0;
  while (start < shortest && before[start] === after[start]) start++;
  let tail = 0;
  while (tail < shortest - start && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  return { span: { start, end: before.length - tail }, newText: after.slice(start, after.length - tail) };
}
