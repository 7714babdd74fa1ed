import type { Operation } from '#core/openapi/model.ts';
import type { PathResource } from '#core/openapi/resources/path-resource.ts';
import type { OperationSite, StandardOperation } from '#core/openapi/resources/standard-operations.ts';
import type { Scope } from '#core/rule.ts';

/** What can be asked of a description when an operation is to be added. */
export type Described = Pick<Scope, 'resolve' | 'find' | 'names' | 'resource'>;

/** An operation that a resource lacks. */
export interface WantedOperation {
  readonly operation: StandardOperation;
  readonly method: OperationSite['method'];
  /** As it is to be written; the path may be there or not. */
  readonly path: string;
}

/** An operation of a resource, and what its methods say of it. */
export interface KnownOperation {
  readonly operation: Operation;
  readonly meaning: StandardOperation | undefined;
  readonly resource: PathResource;
}

const meanings: Readonly<Record<'all' | 'one', Readonly<Record<string, StandardOperation>>>> = {
  all: { get: 'list', post: 'create' },
  one: { get: 'read', put: 'replace', patch: 'update', delete: 'delete' },
};

/** All operations on paths of a description whose resource is known, in the order of the names of their paths. */
export function knownOperations(scope: Described): readonly KnownOperation[] {
  return scope.names('openapi.path-item').flatMap((template) => {
    const [item, resource] = [scope.find('openapi.path-item', template), scope.resource(template)];
    if (item === undefined || resource === undefined) return [];
    const { kind } = resource;
    const own = kind === 'collection' ? meanings.all : kind === 'item' || kind === 'singleton' ? meanings.one : {};
    return item.operations.map((operation) => ({ operation, resource, meaning: own[operation.method] }));
  });
}

/** The template of the collection or singleton that an operation is of, with its items. */
export function ownerOf({ kind, template, parent }: PathResource): string {
  return kind === 'item' ? (parent ?? template) : template;
}

/**
 * The operation of another resource that says what the missing one would, the nearest first: as deep, below the same beginning, with
 * errors told. Undefined where no other has one.
 */
export function patternFor(
  wanted: WantedOperation,
  owner: PathResource,
  known: readonly KnownOperation[],
): KnownOperation | undefined {
  const isSingle = owner.kind === 'singleton';
  const candidates = known.filter(
    ({ meaning, resource }) =>
      meaning === wanted.operation &&
      ownerOf(resource) !== owner.template &&
      (resource.kind === 'singleton') === isSingle,
  );
  const scored = candidates.map((candidate) => ({ candidate, score: nearness(candidate, owner) }));
  return scored.sort((a, b) => b.score - a.score)[0]?.candidate;
}

function nearness({ operation, resource }: KnownOperation, owner: PathResource): number {
  const [own, other] = [owner.template.split('/'), ownerOf(resource).split('/')];
  const shared = own.findIndex((segment, index) => other[index] !== segment);
  const isPlain = operation.deprecated?.value !== true;
  const errors = operation.responses.filter(({ status }) => /^[45d]/.test(status.value)).length;
  return shared * 2 + (own.length === other.length ? 4 : 0) + (isPlain ? 8 : 0) + Math.min(errors, 4);
}
