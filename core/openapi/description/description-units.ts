import { baseScopeOfDescription } from '#core/change/base-scope.ts';
import type { ReviewNode } from '#core/node.ts';
import type { Description } from '#core/openapi/description/description.ts';
import { contextKey } from '#core/openapi/description/description-context.ts';
import { isConfiguredAlike } from '#core/project/configured-alike.ts';
import { databaseMapOf } from '#core/project/mapping/database-map-of.ts';
import { schemaFor } from '#core/project/nearest-schema.ts';
import type { PrismaSchema } from '#core/project/prisma-schema.ts';
import type { ReviewUnit, UnitGroup } from '#core/project/review-unit.ts';
import { databaseScope, descriptionScope } from '#core/project/scopes.ts';
import { isUsedElsewhere } from '#core/project/used-elsewhere.ts';
import { visitSection } from '#core/project/visit-section.ts';
import type { Workspace } from '#core/project/workspace.ts';
import type { ReviewSettings } from '#core/review-settings.ts';
import type { BaseScope, Scope, Usages } from '#core/rule.ts';
import type { Steps } from '#core/work/steps.ts';

/** The units of every description that is reviewed. */
export function descriptionUnits(workspace: Workspace, settings: ReviewSettings): readonly UnitGroup[] {
  return workspace.descriptions.map((description) => {
    const schema = schemaFor(description.context.rootUri, workspace, settings);
    const scope = descriptionScope(description, settings.unread, {
      isConfiguredAlike: () => isConfiguredAlike(description, workspace, settings.folders),
      isUsedElsewhere: () => isUsedElsewhere(description, workspace),
    });
    const former = formerOf(scope, description, schema, settings);
    const seen = { scope, former, base: former === undefined ? '' : (settings.base?.id ?? '') };
    if (schema === undefined || schema.isInConflict)
      return descriptionGroup(description, { ...seen, database: undefined, schema: '' });
    const map = databaseMapOf(description, schema, workspace, settings, scope);
    return descriptionGroup(description, {
      ...seen,
      database: databaseScope(scope, schema, map),
      schema: schema.root,
    });
  });
}

function formerOf(
  scope: Scope,
  { context: { rootUri } }: Description,
  schema: PrismaSchema | undefined,
  { base }: ReviewSettings,
): BaseScope | undefined {
  const uris = schema?.documents.map(({ uri }) => uri);
  return base && baseScopeOfDescription(scope, rootUri, base, uris);
}

/** What the units of a description see. */
type Sight = Pick<ReviewUnit, 'scope' | 'database' | 'schema' | 'former' | 'base'>;

function descriptionGroup(description: Description, sight: Sight): UnitGroup {
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
    return { group, section, role: roles.key, context: shared, ...sight, visit, prepareUsages };
  };
  const { schema, base } = sight;
  return { group, context: shared, schema, base, uris: description.urisToReview(), members, unitAt };
}

function* usagesOf(description: Description): Steps<Usages> {
  yield* description.prepareUsage();
  return { usage: (schema) => description.usage(schema) };
}
