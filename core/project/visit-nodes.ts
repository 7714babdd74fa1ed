import { configFor } from '#core/config/nearest-config.ts';
import type { Description } from '#core/openapi/description/description.ts';
import { contextKey } from '#core/openapi/description/description-context.ts';
import { isConfiguredAlike } from '#core/project/configured-alike.ts';
import { ModelMapping } from '#core/project/model-mapping.ts';
import { configuredUri, nearestSchema } from '#core/project/nearest-schema.ts';
import type { PrismaSchema } from '#core/project/prisma-schema.ts';
import { databaseScope, descriptionScope, prismaScope } from '#core/project/scopes.ts';
import { visitSection } from '#core/project/visit-section.ts';
import type { Workspace } from '#core/project/workspace.ts';
import type { ReviewSettings } from '#core/review-settings.ts';
import type { DatabaseScope, ReviewNode, Scope, Section, Usages } from '#core/rule.ts';
import type { Steps } from '#core/work/steps.ts';
import { ifUnderstood, isCutOff, isUnderstood } from '#core/work/understood.ts';

/** Called with each node of a section that is understood, and the unit it is part of. */
export type NodeVisitor = (node: ReviewNode, unit: ReviewUnit) => void;

/** A section in its role within one description or schema: what is reviewed on its own, and again only when it must be. */
export interface ReviewUnit {
  /** The description or schema it is part of. */
  readonly group: string;
  readonly section: Section;
  /** Units of the same section, role, context and schema see the same nodes, and as much beyond them. */
  readonly role: string;
  /** The facts all units of a description share, as a key; empty for Prisma. */
  readonly context: string;
  /** The root of the Prisma schema that belongs to the description; empty where there is none. */
  readonly schema: string;
  readonly scope: Scope;
  /** The scope of rules that compare with a database; undefined where there is none to compare with. */
  readonly database: DatabaseScope | undefined;
  readonly visit: (visit: (node: ReviewNode) => void) => void;
  /** Finds out, in steps, how schemas travel; one step where that is known. */
  readonly prepareUsages: () => Steps<Usages>;
}

/** The units of one description or schema, in a stable order. They are made only where they are asked for. */
export interface UnitGroup extends Pick<ReviewUnit, 'group' | 'context' | 'schema'> {
  /** The files its sections are of. */
  readonly uris: Iterable<string>;
  /** Each section with the key of its role. */
  readonly members: readonly UnitMember[];
  readonly unitAt: (place: number) => ReviewUnit | undefined;
}

export interface UnitMember {
  readonly section: Section;
  readonly roles: { readonly key: string };
}

/** Every description and every Prisma schema, in a stable order. */
export function unitGroups(workspace: Workspace, settings: ReviewSettings): readonly UnitGroup[] {
  const mappings = new Map<PrismaSchema, ModelMapping>();
  const groups = workspace.descriptions.map((description) => {
    const schema = schemaFor(description.context.rootUri, workspace, settings);
    const scope = descriptionScope(description, settings.unread, () =>
      isConfiguredAlike(description, workspace, settings.folders),
    );
    if (schema === undefined || schema.isInConflict) return descriptionGroup(description, scope, undefined, '');
    const mapping = mappings.get(schema) ?? new ModelMapping(schema);
    mappings.set(schema, mapping);
    return descriptionGroup(description, scope, databaseScope(scope, schema, mapping), schema.root);
  });
  return [...groups, ...workspace.schemas.map(schemaGroup)];
}

/** Visits every node of every description and every Prisma schema, in a stable order; those of one unit in one step. */
export function* visitNodes(workspace: Workspace, settings: ReviewSettings, visit: NodeVisitor): Steps<void> {
  for (const { members, unitAt } of unitGroups(workspace, settings)) {
    for (const place of members.keys()) {
      const unit = unitAt(place);
      unit?.visit((node) => ifUnderstood(() => visit(node, unit)));
      yield;
    }
  }
}

/** The Prisma schema a description is compared with, by the uri of its root; undefined when there is none. */
export function schemaFor(rootUri: string, workspace: Workspace, settings: ReviewSettings): PrismaSchema | undefined {
  const config = configFor(rootUri, workspace.configs, settings.folders);
  return nearestSchema(rootUri, workspace, configuredUri(config));
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

const noRole = { key: '' };

/** The role of a block that was closed too early: what stands behind it may be its own. */
const cutOff = { key: 'cut off' };

/** Nothing of a Prisma schema travels. */
function* noUsages(): Steps<Usages> {
  return { usage: () => ({ inRequest: false, inResponse: false }) };
}

function schemaGroup(schema: PrismaSchema): UnitGroup {
  const { root, isInConflict } = schema;
  const scope = prismaScope(schema);
  const context = isInConflict ? 'conflict' : '';
  const members = schema.documents.flatMap(({ sections }) =>
    sections.map((section, place) => ({ section, roles: isCutOff(sections[place + 1]) ? cutOff : noRole })),
  );
  const unitAt = (place: number): ReviewUnit | undefined => {
    const member = members[place];
    if (member === undefined) return undefined;
    const { section, roles } = member;
    const isSilent = isInConflict || roles === cutOff || !isUnderstood(section);
    const visit = (each: (node: ReviewNode) => void): void => (isSilent ? undefined : section.nodes.forEach(each));
    const unit = { group: root, section, role: roles.key, context, schema: root, scope, database: undefined };
    return { ...unit, visit, prepareUsages: noUsages };
  };
  return {
    group: root,
    context,
    schema: root,
    uris: schema.documents.map(({ uri }) => uri),
    members,
    unitAt,
  };
}
