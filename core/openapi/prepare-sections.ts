import { readContext } from '#core/openapi/description-context.ts';
import type { DescriptionContext } from '#core/openapi/model.ts';
import { extractSection } from '#core/openapi/section-extract.ts';
import { rootRole } from '#core/openapi/section-role.ts';
import type { Steps } from '#core/steps.ts';
import type { TreeDocument } from '#core/tree/section.ts';

/** Reads what the index of a description needs of each section of its root, in steps; the index then finds it read. */
export function* prepareSections(root: TreeDocument, known: DescriptionContext | undefined): Steps<void> {
  const context = known ?? readContext(root);
  for (const section of root.sections) {
    extractSection(section, rootRole, context);
    yield;
  }
}
