import type { Description } from '#core/openapi/description.ts';
import { contextKey } from '#core/openapi/description-context.ts';
import { walkSection } from '#core/openapi/walk.ts';
import { ModelMapping } from '#core/project/model-mapping.ts';
import { nearestSchema } from '#core/project/nearest-schema.ts';
import type { PrismaSchema } from '#core/project/prisma-schema.ts';
import { descriptionScope, prismaScope } from '#core/project/scopes.ts';
import { configFor, type Workspace } from '#core/project/workspace.ts';
import type { ReviewSettings } from '#core/review.ts';
import type { ReviewNode, Scope, Section } from '#core/rule.ts';

/** Called with each node, its section, what it may see, and the description or schema (`group`) it is part of. */
export type NodeVisitor = (node: ReviewNode, section: Section, scope: Scope, group: string) => void;

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
  readonly visit: (visit: (node: ReviewNode) => void) => void;
}

/** Every unit of every description and every Prisma schema, in a stable order. */
export function reviewUnits(workspace: Workspace, settings: ReviewSettings): readonly ReviewUnit[] {
  const mappings = new Map<PrismaSchema, ModelMapping>();
  const units: ReviewUnit[] = [];
  for (const description of workspace.descriptions) {
    const schema = schemaFor(description.context.rootUri, workspace, settings);
    const mapping = schema && (mappings.get(schema) ?? new ModelMapping(schema));
    if (schema !== undefined && mapping !== undefined) mappings.set(schema, mapping);
    const scope = descriptionScope(description, schema, mapping, settings.unread);
    addDescription(description, scope, schema?.root ?? '', units);
  }
  for (const schema of workspace.schemas) addSchema(schema, units);
  return units;
}

/** Visits every node of every description and every Prisma schema, in a stable order. */
export function visitNodes(workspace: Workspace, settings: ReviewSettings, visit: NodeVisitor): void {
  for (const { group, section, scope, visit: visitUnit } of reviewUnits(workspace, settings)) {
    visitUnit((node) => visit(node, section, scope, group));
  }
}

/** The Prisma schema a description is compared with, by the uri of its root; undefined when there is none. */
export function schemaFor(rootUri: string, workspace: Workspace, settings: ReviewSettings): PrismaSchema | undefined {
  const config = configFor(rootUri, workspace.configs, settings.folders);
  const { prisma, folder } = config;
  // What is no address leads to no schema.
  const configured = prisma !== undefined && URL.canParse(prisma, folder) ? new URL(prisma, folder).href : prisma;
  return nearestSchema(rootUri, workspace.schemas, configured);
}

function addDescription(description: Description, scope: Scope, schema: string, units: ReviewUnit[]): void {
  const group = description.context.rootUri;
  const shared = contextKey(description.context);
  for (const { section, roles, context } of description.sectionsToReview()) {
    const visit = (each: (node: ReviewNode) => void): void => walkSection(section, roles, context, each);
    units.push({ group, section, role: roles.key, context: shared, schema, scope, visit });
  }
}

function addSchema(schema: PrismaSchema, units: ReviewUnit[]): void {
  const scope = prismaScope(schema);
  for (const { sections } of schema.documents) {
    for (const section of sections) {
      const visit = (each: (node: ReviewNode) => void): void => section.nodes.forEach(each);
      units.push({ group: schema.root, section, role: '', context: '', schema: schema.root, scope, visit });
    }
  }
}
