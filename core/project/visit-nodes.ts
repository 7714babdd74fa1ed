import type { Description } from '#core/openapi/description.ts';
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

/** Visits every node of every description and every Prisma schema, in a stable order. */
export function visitNodes(workspace: Workspace, settings: ReviewSettings, visit: NodeVisitor): void {
  const mappings = new Map<PrismaSchema, ModelMapping>();
  for (const description of workspace.descriptions) {
    const schema = schemaFor(description, workspace, settings);
    const mapping = schema && (mappings.get(schema) ?? new ModelMapping(schema));
    if (schema !== undefined && mapping !== undefined) mappings.set(schema, mapping);
    visitDescription(description, descriptionScope(description, schema, mapping, settings.unread), visit);
  }
  for (const schema of workspace.schemas) visitSchema(schema, visit);
}

function visitDescription(description: Description, scope: Scope, visit: NodeVisitor): void {
  const group = description.context.rootUri;
  for (const { section, roles, context } of description.sectionsToReview()) {
    walkSection(section, roles, context, (node) => visit(node, section, scope, group));
  }
}

function visitSchema(schema: PrismaSchema, visit: NodeVisitor): void {
  const scope = prismaScope(schema);
  for (const { sections } of schema.documents) {
    for (const section of sections) {
      for (const node of section.nodes) visit(node, section, scope, schema.root);
    }
  }
}

function schemaFor(description: Description, workspace: Workspace, settings: ReviewSettings): PrismaSchema | undefined {
  const { rootUri } = description.context;
  const config = configFor(rootUri, workspace.configs, settings.folders);
  const configured = config.prisma === undefined ? undefined : new URL(config.prisma, config.folder).href;
  return nearestSchema(rootUri, workspace.schemas, configured);
}
