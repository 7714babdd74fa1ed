import {
  type CompletionItem,
  CompletionItemKind,
  CompletionItemTag,
  InsertTextFormat,
  InsertTextMode,
  MarkupKind,
} from 'vscode-languageserver';
import type { Completion, CompletionKind } from '#core/ask/complete/completion.ts';
import type { ChunkedText } from '#core/text/chunked-text.ts';
import type { Span } from '#core/text/span.ts';
import type { ClientAbilities } from '#server/client-abilities.ts';

/** Asks for completion again. */
const suggestAgain = 'editor.action.triggerSuggest';

/** Proposals keep their order. */
function inOrder(index: number): string {
  return String(index).padStart(4, '0');
}

const kinds: { readonly [K in CompletionKind]: CompletionItemKind } = {
  keyword: CompletionItemKind.Keyword,
  field: CompletionItemKind.Property,
  attribute: CompletionItemKind.Property,
  argument: CompletionItemKind.Variable,
  function: CompletionItemKind.Function,
  type: CompletionItemKind.TypeParameter,
  model: CompletionItemKind.Class,
  enum: CompletionItemKind.Enum,
  value: CompletionItemKind.EnumMember,
  name: CompletionItemKind.Value,
  reference: CompletionItemKind.Reference,
  file: CompletionItemKind.File,
  folder: CompletionItemKind.Folder,
};

/** What decides how a proposal is sent. */
export type CompletionAbility = 'insertsSnippets' | 'keepsLineBreaks' | 'commands';

/** A proposal as the client takes it; `text` is that of the file as it is typed. */
export function completionItem(
  { kind, label, filter, detail, about, edit, snippet, others, isAskedOn, isDeprecated }: Completion,
  index: number,
  text: Pick<ChunkedText, 'positionAt'>,
  abilities: Pick<ClientAbilities, CompletionAbility>,
): CompletionItem {
  const rangeOf = ({ start, end }: Span) => ({ start: text.positionAt(start), end: text.positionAt(end) });
  const isSnippet = snippet !== undefined && abilities.insertsSnippets;
  const newText = isSnippet ? snippet : edit.newText;
  return {
    label,
    kind: kinds[kind],
    filterText: filter,
    sortText: inOrder(index),
    textEdit: { range: rangeOf(edit.span), newText },
    ...(isSnippet ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
    // Line breaks are written with the indentation they need.
    ...(newText.includes('\n') && abilities.keepsLineBreaks ? { insertTextMode: InsertTextMode.asIs } : {}),
    ...(detail === '' ? {} : { detail, labelDetails: { description: detail } }),
    ...(about === '' ? {} : { documentation: { kind: MarkupKind.Markdown, value: about } }),
    ...(others.length === 0
      ? {}
      : { additionalTextEdits: others.map((each) => ({ range: rangeOf(each.span), newText: each.newText })) }),
    ...(isDeprecated ? { tags: [CompletionItemTag.Deprecated] } : {}),
    ...(isAskedOn && abilities.commands.has(suggestAgain)
      ? { command: { title: 'Complete the value', command: suggestAgain } }
      : {}),
  };
}
