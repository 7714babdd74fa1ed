import type { Description } from '#core/openapi/description/description.ts';
import { isPrismaKind } from '#core/prisma/prisma-kinds.ts';
import type { FileGroup } from '#core/project/file-group.ts';
import type { DatabaseMap } from '#core/project/mapping/database-map.ts';
import { PathMap } from '#core/project/mapping/path-map.ts';
import type { PrismaSchema } from '#core/project/prisma-schema.ts';
import type { DatabaseScope, Scope } from '#core/rule.ts';
import type { UnreadReason } from '#core/unread-reason.ts';
import { noteRead } from '#core/work/note-read.ts';

/** The scope of a description's nodes, which sees no Prisma schema. */
export function descriptionScope(
  description: Description,
  unread: ReadonlyMap<string, UnreadReason>,
  around: Pick<Scope, 'isConfiguredAlike' | 'isUsedElsewhere'>,
): Scope {
  return {
    resolve: (target) => description.resolveUnderstood(target),
    isUnderstood: () => description.isUnderstood(),
    isConfiguredAlike: () => {
      noteRead({ kind: 'configuration', group: description.context.rootUri });
      return around.isConfiguredAlike();
    },
    isUsedElsewhere: () => {
      noteRead({ kind: 'elsewhere', group: description.context.rootUri });
      return around.isUsedElsewhere();
    },
    outcome: (reference) => description.outcome(reference, unread),
    fileLike: (reference) => description.fileLike(reference, unread),
    find: (kind, name) => description.find(kind, name),
    resource: (path) => description.resource(path),
    names: (kind) => description.names(kind),
    roots: (kind) => description.roots(kind),
    missingPart: (reference) => description.missingPart(reference),
    otherKind: (reference) => description.otherKind(reference),
    strayKeys: () => description.strayKeys(),
    rootKeys: () => description.rootKeys(),
  };
}

/** The scope of a description that sees the Prisma schema it is compared with, too. */
export function databaseScope(scope: Scope, schema: PrismaSchema, map: DatabaseMap): DatabaseScope {
  const paths = new PathMap(map, scope);
  const mappingFor: DatabaseScope['mappingFor'] = (target, path) => map.mappingFor(target, path);
  const modelOfPath: DatabaseScope['modelOfPath'] = (path) => paths.modelOfPath(path);
  return {
    ...besideSchema(scope, schema),
    mappingFor,
    mappingWithin: (match, property) => map.mappingWithin(match, property),
    modelFor: (target, path) => mappingFor(target, path)?.model,
    modelOfPath,
    keyOf: (parameter, path) => modelOfPath(path)?.keys.find((key) => key.parameter === parameter),
  };
}

/** The same scope, which finds what is in a Prisma schema there. */
export function besideSchema(scope: Scope, schema: PrismaSchema): Scope {
  return {
    ...scope,
    find: (kind, name, from) => (isPrismaKind(kind) ? schema.find(kind, name, from) : scope.find(kind, name)),
    names: (kind) => (isPrismaKind(kind) ? schema.names(kind) : scope.names(kind)),
    roots: (kind) => (isPrismaKind(kind) ? schema.all(kind) : scope.roots(kind)),
  };
}

/** The scope of nodes that see their own group of files and nothing beyond. */
export function plainScope(group: FileGroup): Scope {
  return {
    resolve: () => undefined,
    isUnderstood: () => group.isUnderstood(),
    isConfiguredAlike: () => true,
    isUsedElsewhere: () => false,
    outcome: () => 'unsupported',
    fileLike: () => undefined,
    find: (kind, name, from) => group.find(kind, name, from),
    resource: () => undefined,
    names: (kind) => group.names(kind),
    roots: (kind) => group.all(kind),
    missingPart: () => undefined,
    otherKind: () => undefined,
    strayKeys: () => [],
    rootKeys: () => [],
  };
}
