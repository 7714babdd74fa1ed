import type { Cut } from '#core/ask/complete/cut.ts';
import type { Edit } from '#core/text/span.ts';

/** What is proposed, for those who show it with a sign of its own. */
export type CompletionKind =
  | 'keyword'
  | 'field'
  | 'attribute'
  | 'argument'
  | 'function'
  | 'type'
  | 'model'
  | 'enum'
  | 'value'
  | 'name'
  | 'reference'
  | 'file'
  | 'folder';

/** Something that can be written at a place. Spans count from the start of the file. */
export interface Completion {
  readonly kind: CompletionKind;
  /** What is typed to find it. */
  readonly label: string;
  /** What the text from the beginning of the edit to the cursor is compared with. */
  readonly filter: string;
  /** A few words beside it; empty where there is nothing to say. */
  readonly detail: string;
  /** What it is for, as Markdown; empty where there is nothing to say. */
  readonly about: string;
  /** Stands within one line, around the cursor. */
  readonly edit: Edit;
  /** The new text with stops for the cursor, in the syntax of snippets (LSP 3.17); undefined where it has none. */
  readonly snippet: string | undefined;
  /** What must change elsewhere with it: a comma before it. */
  readonly others: readonly Edit[];
  /** True where something is to be chosen next at the end of what was written. */
  readonly isAskedOn: boolean;
  readonly isDeprecated: boolean;
  /** True for what the specification or Prisma has; false for what the files say. */
  readonly isGiven: boolean;
}

/** What can be written at a place, the likeliest first. */
export interface Completions {
  readonly items: readonly Completion[];
  /** True where there is more than was told. */
  readonly isCut: boolean;
}

/** A completion with what is usual where nothing else is said. */
export function completion(parts: Pick<Completion, 'kind' | 'label' | 'edit'> & Partial<Completion>): Completion {
  return {
    filter: parts.label,
    detail: '',
    about: '',
    snippet: undefined,
    others: [],
    isAskedOn: false,
    isDeprecated: false,
    isGiven: false,
    ...parts,
  };
}

export const noCompletions: Completions = { items: [], isCut: false };

/** Each label once. */
export function completions(all: readonly Completion[], { isCut }: Pick<Cut, 'isCut'>): Completions {
  const byLabel = new Map<string, Completion>();
  for (const each of all) if (!byLabel.has(each.label)) byLabel.set(each.label, each);
  return { items: [...byLabel.values()], isCut };
}
