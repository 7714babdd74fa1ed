import type { ReviewNode } from '#core/node.ts';
import type { Description } from '#core/openapi/description/description.ts';
import { contextKey } from '#core/openapi/description/description-context.ts';
import { isConfiguredAlike } from '#core/project/configured-alike.ts';
import { databaseMapOf } from '#core/project/mapping/database-map-of.ts';
import { schemaFor } from '#core/project/nearest-schema.ts';
import type { ReviewUnit, UnitGroup } from '#core/project/review-unit.ts';
import { databaseScope, descriptionScope } from '#core/project/scopes.ts';
import { isUsedElsewhere } from '#core/project/used-elsewhere.ts';
import { visitSection } from '#core/project/visit-section.ts';
import type { Workspace } from '#core/project/workspace.ts';
import type { ReviewSettings } from '#core/review-settings.ts';
import type { DatabaseScope, Scope, Usages } from '#core/rule.ts';
import type { Steps } from '#core/work/steps.ts';

/** The units of every description that is reviewed. */
export function descriptionUnits(workspace: Workspace, settings: ReviewSettings): readonly UnitGroup[] {
  return workspace.descriptions.map((description) => {
    const schema = schemaFor(description.context.rootUri, workspace, settings);
    const scope = descriptionScope(description, settings.unread, {
      isConfiguredAlike: () => isConfiguredAlike(description, workspace, settings.folders),
      isUsedElsewhere: () => isUsedElsewhere(description, workspace),
    });
    if (schema === undefined || schema.isInConflict) return descriptionGroup(description, scope, undefined, '');
    return descriptionGroup(
      description,
      scope,
      databaseScope(scope, schema, databaseMapOf(description, schema, workspace, settings, scope)),
      schema.root,
    );
  });
}

function descriptionGroup(
  description: Description,
  scope: Scope,
  database: DatabaseScope | undefined,
  schema: string,
): UnitGroup {
  const group = description.context.rootUri;
  const { isInConflict } = description;
  const shared = isInConflict ? 'conflict' : contextKey(description.context);
  const members = description.sectionsToReview();
  const unitAt = (place: number): ReviewUnit | undefined => {
    const member = members[place];
    if (member === undefined) return undefined;
    const { section, roles } = member;
    const visit = (each: (node: ReviewNode) => void): void => visitSection(description, member, each);
    const prepareUsages = () => usagesOf(description);
    return { group, section, role: roles.key, context: shared, schema, scope, database, visit, prepareUsages };
  };
  return { group, context: shared, schema, uris: description.urisToReview(), members, unitAt };
}

function* usagesOf(description: Description): Steps<Usages> {
  yield* description.prepareUsage();
  return { usage: (schema) => description.usage(schema) };
}
