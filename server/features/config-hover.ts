import { type Hover, MarkupKind, type Position } from 'vscode-languageserver';
import { configMeaning } from '#core/config/config-meaning.ts';
import { configShape } from '#core/config/config-shape.ts';
import { documentOfKind } from '#core/project/document-of-kind.ts';
import type { Review } from '#core/review.ts';
import type { Client, Rules, Texts } from '#server/inputs.ts';
import { wordText } from '#server/pages/config-word-text.ts';

/** What is needed to explain a configuration. */
export type ConfigHoverInput = Rules & Pick<Texts, 'lines'> & Client<'rulePageBase'>;

/** What the word of a `plumbline.yaml` under the pointer means. */
export function configHover(session: ConfigHoverInput, review: Review, uri: string, position: Position): Hover | null {
  const offset = session.lines.of(review, uri).offsetAt(position);
  const tree = documentOfKind(review.workspace, uri, 'tree')?.sections[0]?.tree;
  const meaning = configMeaning(tree, offset, configShape(session.rulebook));
  if (meaning === undefined) return null;
  const { word, span } = meaning;
  const head = word.detail === '' ? `**${word.name}**` : `**${word.name}** · ${word.detail}`;
  const value = `${head}\n\n${wordText(word, session.abilities)}`;
  return { contents: { kind: MarkupKind.Markdown, value }, range: session.lines.rangeOf(review, uri, span) };
}
