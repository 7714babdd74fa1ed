import { foldsOfYaml } from '#core/ask/folding-range.ts';
import type { Navigation } from '#core/ask/navigation.ts';
import { openApiGroup } from '#core/ask/openapi-group.ts';
import { openApiSymbols } from '#core/ask/openapi-symbols.ts';
import { openApiThing } from '#core/ask/openapi-thing.ts';
import { rolesIn } from '#core/ask/symbol-roles.ts';
import { treeSymbols } from '#core/ask/tree-symbols.ts';
import { viewShape } from '#core/ask/view-shape.ts';
import { allDescriptions } from '#core/project/all-descriptions.ts';
import type { TreeDocument } from '#core/tree/section.ts';

/** YAML and JSON files, as parts of OpenAPI descriptions. JSON folds by its brackets. */
export const openApiNavigation: Navigation<TreeDocument> = {
  kind: 'tree',
  groupsOf: (workspace, uri) =>
    allDescriptions(workspace)
      .filter(({ files }) => files.has(uri))
      .map(openApiGroup),
  sectionSymbols: openApiSymbols,
  *symbolsOf(document, source, inSection) {
    return yield* treeSymbols(document, rolesIn(document.uri, allDescriptions(source)), inSection);
  },
  *foldsOf(document, source) {
    if (document.language !== 'yaml') return [];
    const roleOf = rolesIn(document.uri, allDescriptions(source));
    const isUsed = document.sections.some((section) => roleOf(section) !== undefined);
    return isUsed ? yield* foldsOfYaml(document) : [];
  },
  thingAt: (workspace, { section }, offset) => openApiThing(workspace, section.uri, offset),
  shapeOf: viewShape,
};
