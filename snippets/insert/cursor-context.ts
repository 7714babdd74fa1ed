import { sectionIndex } from '#core/ask/section-at.ts';
import type { Description } from '#core/openapi/description/description.ts';
import { walkSection } from '#core/openapi/description/walk.ts';
import type { OpenApiNode, Operation, PathItem } from '#core/openapi/model.ts';
import type { View } from '#core/openapi/view.ts';
import type { TreeDocument } from '#core/tree/section.ts';

/** What stands at the cursor. */
export interface CursorContext {
  /** A path item below `paths`, wherever it is written; undefined elsewhere. */
  readonly pathItem: PathItem | undefined;
  readonly operation: Operation | undefined;
}

/**
 * The innermost path item and operation at an offset. The blank lines behind one belong to it as far as the cursor is
 * indented deeper than its key. A `$ref` in place of a path item counts as the path item.
 */
export function readCursorContext(description: Description, document: TreeDocument, offset: number): CursorContext {
  let pathItem: PathItem | undefined;
  let operation: Operation | undefined;
  const last = sectionIndex(document, offset);
  // What is blank behind a section may be where the next one begins.
  const near = [last - 1, last].flatMap((place) => document.sections[place] ?? []);
  for (const { section, roles, context } of description.sectionsToReview()) {
    const start = near.includes(section) ? document.starts[document.sections.indexOf(section)] : undefined;
    if (start === undefined) continue;
    walkSection(section, roles, context, (node) => {
      if (!isAt(node, document, start, offset)) return;
      if (node.kind === 'openapi.path-item' && node.origin === 'path') pathItem = node;
      if (node.kind === 'openapi.operation' && node.origin === 'path') operation = node;
      if (isPathItemReference(node)) pathItem = readPath(description.resolve(node));
    });
  }
  return { pathItem: operation?.pathItem ?? pathItem, operation };
}

/** True at the view, at what leads to its key on the same line, and in the blank lines behind that still belong to it. */
function isAt(node: View, { text, language }: TreeDocument, start: number, offset: number): boolean {
  const isWholeFile = node.section.pointer.length === 0 && node.location.parent === undefined;
  if (isWholeFile) return true;
  const key = start + Math.min(node.anchor.start, node.span.start);
  const end = start + node.span.end;
  const first = key - (/[ \t"']*$/.exec(text.slice(0, key))?.[0].length ?? 0);
  if (offset < first) return false;
  if (offset <= end) return true;
  return language === 'yaml' && isBlankBelow(text.slice(end, offset)) && columnOf(text, offset) > columnOf(text, key);
}

/** True when nothing but blanks stands between, and the rest of a line with a comment. */
function isBlankBelow(text: string): boolean {
  return /^[ \t]*(?:#[^\n]*)?(?:\r?\n[ \t]*)*$/.test(text);
}

function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}

function isPathItemReference(node: OpenApiNode): node is Extract<OpenApiNode, { kind: 'openapi.reference' }> {
  return node.kind === 'openapi.reference' && node.to === 'openapi.path-item';
}

function readPath(node: OpenApiNode | undefined): PathItem | undefined {
  return node?.kind === 'openapi.path-item' && node.origin === 'path' ? node : undefined;
}
