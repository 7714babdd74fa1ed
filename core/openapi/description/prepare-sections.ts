import { readContext } from '#core/openapi/description/description-context.ts';
import { extractSection } from '#core/openapi/description/section-extract.ts';
import { rootRole } from '#core/openapi/description/section-role.ts';
import type { DescriptionContext } from '#core/openapi/model.ts';
import type { TreeDocument } from '#core/tree/section.ts';
import { listDifference } from '#core/work/list-difference.ts';
import type { Steps } from '#core/work/steps.ts';

/**
 * Reads what the index of a description needs of each section of its root, in steps; the index then finds it read. `known`
 * is what was read before an edit: sections it has, too, need no step.
 */
export function* prepareSections(root: TreeDocument, known: ReadBefore | undefined): Steps<void> {
  const context = known?.context ?? readContext(root);
  const before = known?.files.get(root.uri)?.sections ?? [];
  for (const section of listDifference(before, root.sections).added) {
    extractSection(section, rootRole, context);
    yield;
  }
}

interface ReadBefore {
  readonly context: DescriptionContext;
  readonly files: ReadonlyMap<string, TreeDocument>;
}
