import { type Hover, type MarkupContent, MarkupKind, type Position } from 'vscode-languageserver';
import { fieldMeaning } from '#core/ask/explain/field-meaning.ts';
import type { Review } from '#core/review.ts';
import type { Client } from '#server/inputs.ts';
import { navigatesIn } from '#server/navigates.ts';
import { escapeMarkdown } from '#server/pages/escape-markdown.ts';
import type { Lines } from '#server/texts/line-indexes.ts';

/** What a word means, by itself and in one line. */
export interface FieldHover {
  readonly hover: Hover & { readonly contents: MarkupContent };
  readonly line: string;
}

/** What the key, status code, media type or format under the pointer means; undefined where nothing is said of it. */
export function fieldHover(
  session: Client<'deferredNavigation'> & { readonly lines: Lines },
  review: Review,
  uri: string,
  position: Position,
): FieldHover | undefined {
  if (!navigatesIn(review, uri, 'hover', session.abilities)) return undefined;
  const offset = session.lines.of(review, uri).offsetAt(position);
  const meaning = fieldMeaning(review.workspace, uri, offset);
  if (meaning === undefined) return undefined;
  const { name, detail, about, source, url, versions, span } = meaning;
  const head = [`**${escapeMarkdown(name)}**`, ...(detail === '' ? [] : [detail])].join(' · ');
  const foot = [`[${source}](${url})`, ...(versions === '' ? [] : [versions])].join(' · ');
  const value = `${head}: ${about}\n\n${foot}`;
  const range = session.lines.rangeOf(review, uri, span);
  const line = [`\`${name}\``, ...(detail === '' ? [] : [detail]), foot].join(' · ');
  return { hover: { contents: { kind: MarkupKind.Markdown, value }, range }, line };
}
