import type { ReviewNode } from '#core/node.ts';
import type { Description } from '#core/openapi/description/description.ts';
import { isUnusedPathItem } from '#core/openapi/description/path-item-components.ts';
import type { SectionToReview } from '#core/openapi/description/root-sections.ts';
import { walkSection } from '#core/openapi/description/walk.ts';
import type { OpenApiNode } from '#core/openapi/model.ts';
import { readWritten } from '#core/openapi/read/read-written.ts';
import { isUnderstood } from '#core/work/understood.ts';

/** Visits the nodes of a section of a description that are judged: none of what is not understood, and nothing within closed ones. */
export function visitSection(
  { isInConflict }: Pick<Description, 'isInConflict'>,
  { section, roles, context }: SectionToReview,
  visit: (node: ReviewNode) => void,
  isClosed?: (node: ReviewNode) => boolean,
): void {
  if (isInConflict || !isUnderstood(section)) return;
  visit(readWritten(section, roles, context));
  walkSection(section, roles, context, (node) => visitNode(node, visit), isClosed);
}

function visitNode(node: OpenApiNode, visit: (node: ReviewNode) => void): void {
  if (!isUnusedPathItem(node)) visit(node);
  else if (node.kind === 'openapi.path-item')
    visit({ kind: 'openapi.unused-path-item', span: node.span, pathItem: node });
}
