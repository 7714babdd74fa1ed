import type { KnownShape, TargetIn } from '#core/ask/navigation.ts';
import { openApiShape } from '#core/ask/openapi-shape.ts';
import type { Description } from '#core/openapi/description/description.ts';
import { walkSection } from '#core/openapi/description/walk.ts';
import type { OpenApiNode } from '#core/openapi/model.ts';
import { targetName } from '#core/openapi/reference/target-name.ts';
import { allDescriptions } from '#core/project/all-descriptions.ts';
import type { Workspace } from '#core/project/workspace.ts';
import type { Span } from '#core/text/span.ts';
import type { TreeSection } from '#core/tree/section.ts';
import { ifUnderstood } from '#core/work/understood.ts';

/** What is known of a target in a YAML or JSON file: the parts of a view, in the words of YAML. What names all of a file is the file. */
export function viewShape(workspace: Workspace, section: TreeSection, { span }: Pick<TargetIn, 'span'>): KnownShape {
  const name = isWhole(section, span) ? { name: targetName(section.uri) } : {};
  const lines = viewLines(workspace, section, span);
  return { ...name, ...(lines === undefined ? { language: section.language } : { language: 'yaml', ...lines }) };
}

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

/** True for all of a file: what names it is the file. */
function isWhole({ pointer, tree }: TreeSection, { start, end }: Span): boolean {
  return pointer.length === 0 && tree?.span.start === start && tree.span.end === end;
}
