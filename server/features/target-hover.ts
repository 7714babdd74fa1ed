import { type Hover, type MarkupContent, MarkupKind, type Position } from 'vscode-languageserver';
import { definitionOf } from '#core/ask/definition-of.ts';
import type { Shape } from '#core/ask/shape.ts';
import { shapeOf } from '#core/ask/shape-of.ts';
import type { Review } from '#core/review.ts';
import { printable } from '#core/text/printable.ts';
import type { Client, Texts } from '#server/inputs.ts';
import { navigatesIn } from '#server/navigates.ts';
import { escapeMarkdown } from '#server/pages/escape-markdown.ts';

/** What is needed to follow a text. */
export type TargetInput = Pick<Texts, 'lines'> & Client<'deferredNavigation'>;

/** What the text under the pointer leads to, in at most so many lines; undefined where it leads nowhere, or to things that differ. */
export function targetHover(
  session: TargetInput,
  review: Review,
  uri: string,
  position: Position,
  most: number,
): (Hover & { readonly contents: MarkupContent }) | undefined {
  if (most < 1 || !navigatesIn(review, uri, 'hover', session.abilities)) return undefined;
  const offset = session.lines.of(review, uri).offsetAt(position);
  const found = definitionOf(review.workspace, uri, offset);
  if (found === undefined || found.targets.length > mostTargets) return undefined;
  const shapes = found.targets.flatMap((target) => shapeOf(review.workspace, target) ?? []);
  const [value, ...others] = new Set(shapes.map((shape) => shapeText(shape, most)));
  if (value === undefined || others.length > 0) return undefined;
  const range = session.lines.rangeOf(review, uri, found.origin);
  return { contents: { kind: MarkupKind.Markdown, value }, range };
}

/** Each operation of a path may say itself what a parameter is; mostly they say the same. */
const mostTargets = 10;

/** Its name, and what it is made of as far as there is room: the name, an empty line and the fence take four. */
function shapeText({ name, what, language, lines }: Shape, most: number): string {
  const head = [`**${escapeMarkdown(shortened(name))}**`, ...(what === '' ? [] : [escapeMarkdown(what)])].join(' · ');
  const room = most - 4;
  if (lines.length === 0 || room < 1) return head;
  const shown = lines.length <= room ? lines : [...lines.slice(0, room - 1), more(lines.length - room + 1, language)];
  const body = shown.map((line) => shortened(printable(line)));
  const fence = fenceFor(body);
  return [head, '', fence + language, ...body, fence].join('\n');
}

function more(count: number, language: Shape['language']): string {
  return `${language === 'yaml' ? '#' : '//'} … ${count} more`;
}

/** In UTF-16 units: about what fits into a line of a hover. */
const longestLine = 100;

function shortened(line: string): string {
  return line.length > longestLine ? `${line.slice(0, longestLine - 1)}…` : line;
}

/** Longer than any row of backticks within. */
function fenceFor(lines: readonly string[]): string {
  const rows = lines.flatMap((line) => line.match(/`+/g) ?? []).map((row) => row.length);
  return '`'.repeat(Math.max(3, ...rows.map((length) => length + 1)));
}
