import type { Description } from '#core/openapi/description/description.ts';
import type { PrismaModel } from '#core/prisma/model.ts';
import type { ModelMapping } from '#core/project/model-mapping.ts';
import type { PrismaSchema } from '#core/project/prisma-schema.ts';
import type { NodeKind, Scope } from '#core/rule.ts';
import type { UnreadReason } from '#core/unread-reason.ts';
import { configurationRead } from '#core/work/read-log.ts';
import { isUnderstood, NotUnderstood } from '#core/work/understood.ts';

/** The scope of a description's nodes; `mapping` and `schema` are undefined without a Prisma schema that belongs to it. */
export function descriptionScope(
  description: Description,
  schema: PrismaSchema | undefined,
  mapping: ModelMapping | undefined,
  unread: ReadonlyMap<string, UnreadReason>,
  isAlike: () => boolean,
): Scope {
  const isPrisma = (kind: NodeKind): boolean => kind.startsWith('prisma.');
  const scope: Scope = {
    resolve: (target) => description.resolveUnderstood(target),
    isUnderstood: () => description.isUnderstood(),
    isConfiguredAlike: () => {
      description.log.note(configurationRead(description.context.rootUri));
      return isAlike();
    },
    outcome: (reference) => description.outcome(reference, unread),
    fileLike: (reference) => description.fileLike(reference, unread),
    find: (kind, name) => (isPrisma(kind) ? schema?.find(kind, name) : description.find(kind, name)),
    names: (kind) => (isPrisma(kind) ? (schema?.names(kind) ?? []) : description.names(kind)),
    roots: (kind) => (isPrisma(kind) ? (schema?.all(kind) ?? []) : description.roots(kind)),
    missingPart: (reference) => description.missingPart(reference),
    strayKeys: () => description.strayKeys(),
    usage: (target) => description.usage(target),
    modelFor: (target, path) => understood(mapping?.modelFor(target, path, scope)),
  };
  return scope;
}

/** The scope of a Prisma schema's nodes, which sees no description. */
export function prismaScope(schema: PrismaSchema): Scope {
  return {
    resolve: () => undefined,
    isUnderstood: () => schema.isUnderstood(),
    isConfiguredAlike: () => true,
    outcome: () => 'unsupported',
    fileLike: () => undefined,
    find: (kind, name) => schema.find(kind, name),
    names: (kind) => schema.names(kind),
    roots: (kind) => schema.all(kind),
    missingPart: () => undefined,
    strayKeys: () => [],
    usage: () => ({ inRequest: false, inResponse: false }),
    modelFor: () => undefined,
  };
}

/** A model of which a line is not understood may have any field and any index. */
function understood(model: PrismaModel | undefined): PrismaModel | undefined {
  if (model !== undefined && !isUnderstood(model.section)) throw new NotUnderstood();
  return model;
}
