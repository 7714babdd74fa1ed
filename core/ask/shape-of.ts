import { navigationOf } from '#core/ask/navigations.ts';
import { sectionAt } from '#core/ask/section-at.ts';
import type { Shape } from '#core/ask/shape.ts';
import type { Target } from '#core/ask/target.ts';
import type { Workspace } from '#core/project/workspace.ts';
import { type Span, shiftSpan } from '#core/text/span.ts';

/** What a target is made of, in lines: the parts of a view, else its own text. Undefined where nothing is known of it. */
export function shapeOf(workspace: Workspace, target: Target): Shape | undefined {
  const place = sectionAt(workspace, target.uri, target.name.start);
  const navigation = place && navigationOf(place.section.kind);
  if (place === undefined || navigation === undefined) return undefined;
  const { section, start } = place;
  const text = (span: Span) => section.text.slice(span.start - start, span.end - start);
  const column = target.span.start - start - (section.text.lastIndexOf('\n', target.span.start - start - 1) + 1);
  return {
    name: plainName(text(target.name)),
    what: words[target.kind],
    lines: linesOf(text(target.span), column),
    ...navigation.shapeOf(workspace, section, {
      span: shiftSpan(target.span, -start),
      name: shiftSpan(target.name, -start),
    }),
  };
}

const words: { readonly [K in Target['kind']]: string } = {
  ref: '',
  'operation-ref': 'operation',
  mapping: 'schema',
  operation: 'operation',
  tag: 'tag',
  'security-scheme': 'security scheme',
  scope: 'scope',
  property: 'property',
  parameter: 'parameter',
  type: 'type',
  field: 'field',
  'enum-value': 'value',
};

/** Without quotes. */
function plainName(text: string): string {
  return text.replace(/^(["'])(.*)\1$/s, '$2');
}

/** The lines of a text that begins at a column, without the indentation they share. */
function linesOf(text: string, column: number): readonly string[] {
  const [first = '', ...rest] = text.trimEnd().split(/\r?\n/);
  const depths = rest.filter((line) => line.trim() !== '').map((line) => line.length - line.trimStart().length);
  const shared = depths.reduce((least, depth) => Math.min(least, depth), column);
  return [first, ...rest.map((line) => line.slice(shared))];
}
