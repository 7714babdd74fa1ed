import { openApiShape } from '#core/ask/openapi-shape.ts';
import { prismaShape } from '#core/ask/prisma-shape.ts';
import { documentAt, sectionAt } from '#core/ask/section-at.ts';
import type { Shape } from '#core/ask/shape.ts';
import type { Target } from '#core/ask/target.ts';
import type { Description } from '#core/openapi/description/description.ts';
import { walkSection } from '#core/openapi/description/walk.ts';
import type { OpenApiNode } from '#core/openapi/model.ts';
import { targetName } from '#core/openapi/reference/target-name.ts';
import type { PrismaSection } from '#core/prisma/model.ts';
import { allDescriptions } from '#core/project/all-descriptions.ts';
import type { Workspace } from '#core/project/workspace.ts';
import { type Span, shiftSpan } from '#core/text/span.ts';
import type { TreeSection } from '#core/tree/section.ts';
import { ifUnderstood } from '#core/work/understood.ts';

/** What a target is made of, in lines: the parts of a view, else its own text. Undefined where nothing is known of it. */
export function shapeOf(workspace: Workspace, target: Target): Shape | undefined {
  const document = documentAt(workspace, target.uri);
  const place = sectionAt(workspace, target.uri, target.name.start);
  if (document === undefined || place === undefined) return undefined;
  const { section, start } = place;
  const text = (span: Span) => section.text.slice(span.start - start, span.end - start);
  const column = target.span.start - start - (section.text.lastIndexOf('\n', target.span.start - start - 1) + 1);
  const isFile = section.kind === 'tree' && isWhole(section, shiftSpan(target.span, -start));
  const name = isFile ? targetName(target.uri) : plainName(text(target.name));
  const own = { what: words[target.kind], lines: linesOf(text(target.span), column) };
  if (section.kind === 'prisma') {
    return { name, language: 'prisma', ...(prismaLines(section, shiftSpan(target.name, -start)) ?? own) };
  }
  if (section.kind !== 'tree') return undefined;
  const shape = viewLines(workspace, section, shiftSpan(target.span, -start));
  return shape === undefined ? { name, language: section.language, ...own } : { name, language: 'yaml', ...shape };
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

function viewLines(workspace: Workspace, section: TreeSection, span: Span) {
  for (const description of allDescriptions(workspace)) {
    if (!description.files.has(section.uri)) continue;
    const resolve: Description['resolve'] = (each) => description.resolve(each);
    const found = viewAt(description, section, span);
    const node = found?.kind === 'openapi.reference' ? description.resolve<OpenApiNode>(found) : found;
    const shape = node && ifUnderstood(() => openApiShape(node, { resolve }));
    if (shape !== undefined) return shape;
  }
  return undefined;
}

/** The outermost view that takes up a span, with its name or without. */
function viewAt(description: Description, section: TreeSection, { start, end }: Span): OpenApiNode | undefined {
  let found: OpenApiNode | undefined;
  for (const { section: own, roles, context } of description.sectionsToReview()) {
    if (own !== section) continue;
    walkSection(
      section,
      roles,
      context,
      (node) => {
        const { span, anchor } = node;
        const isMeant = span.end === end && (span.start === start || Math.min(span.start, anchor.start) === start);
        if (isMeant) found ??= node;
      },
      // What lies beside it is not looked into.
      ({ span, anchor }) => found !== undefined || span.end < start || Math.min(span.start, anchor.start) > end,
    );
  }
  return found;
}

function prismaLines({ nodes }: PrismaSection, name: Span) {
  const node = nodes.find((each) => each.name.span.start === name.start);
  return node && prismaShape(node);
}

/** True for all of a file: what names it is the file. */
function isWhole({ pointer, tree }: TreeSection, { start, end }: Span): boolean {
  return pointer.length === 0 && tree?.span.start === start && tree.span.end === end;
}

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
