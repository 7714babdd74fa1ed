import { knowsParameters } from '#core/openapi/effective/effective.ts';
import type { DescriptionContext, OpenApiDocument, Operation } from '#core/openapi/model.ts';
import type { Keyed, Scope } from '#core/rule.ts';
import type { Span } from '#core/text/span.ts';
import { type BoundedListOptions, isBoundedList } from '#rules/detectors/openapi/bounded-list.ts';
import { type ListBody, listBody, successResponse } from '#rules/detectors/openapi/collection.ts';
import { isGrowing } from '#rules/detectors/openapi/growing-list.ts';
import { hasLinkHeader, leadsOn, pagingOf } from '#rules/detectors/openapi/paging.ts';
import { type PagingParameter, sharedPagingParameter } from '#rules/detectors/openapi/paging-parameter.ts';
import { type PagingStyle, pagingStyleBelow, pagingStyleOf } from '#rules/detectors/openapi/paging-style.ts';
import { type ListSite, listSite } from '#rules/fixes/openapi/list-site.ts';

/** What tells how the lists of a description page. */
export type ListFact = Keyed & (DocumentFact | PagedFact | WholeFact);

interface DocumentFact {
  readonly kind: 'document';
  readonly span: Span;
  readonly context: DescriptionContext;
  /** The names of the shared parameters, and those that page. */
  readonly names: readonly string[];
  readonly shared: readonly PagingParameter[];
}

/** A list that pages; `style` is undefined where its parameters do not say how. */
interface PagedFact {
  readonly kind: 'paged';
  readonly style: PagingStyle | undefined;
}

/** A list that grows, and is returned whole. */
export interface WholeFact {
  readonly kind: 'whole';
  readonly span: Span;
  readonly site: ListSite;
}

function documentFact({ context, anchor }: OpenApiDocument, scope: Scope): ListFact {
  const names = scope.names('openapi.parameter');
  const shared = names.flatMap((name) => {
    const parameter = scope.find('openapi.parameter', name);
    return (parameter && sharedPagingParameter(parameter, scope)) ?? [];
  });
  return { key: 'lists', kind: 'document', span: anchor, context, names, shared };
}

function* operationFacts(operation: Operation, scope: Scope, options: BoundedListOptions): Iterable<ListFact> {
  const style = pagingStyleOf(operation, scope) ?? pagingStyleBelow(operation, scope);
  const list = listBody(operation, scope);
  if (style !== undefined) yield { key: 'lists', kind: 'paged', style };
  else if (list !== undefined && isPaged(operation, list, scope)) yield { key: 'lists', kind: 'paged', style };
  else if (
    list !== undefined &&
    operation.deprecated?.value !== true &&
    isGrowing(operation, list, scope) &&
    !isBoundedList(operation, list, scope, options)
  ) {
    const response = successResponse(operation, scope);
    if (response === undefined) return;
    const site = listSite(operation, list, response, scope);
    yield { key: 'lists', kind: 'whole', span: operation.anchor, site };
  }
}

function isPaged(operation: Operation, { envelope }: ListBody, scope: Scope): boolean {
  if (!knowsParameters(operation, scope)) return true;
  const { limit, cursor, offset } = pagingOf(operation, scope);
  if (limit ?? cursor ?? offset) return true;
  return hasLinkHeader(operation, scope) || (envelope !== undefined && leadsOn(envelope, scope) !== false);
}

/** The facts of the document, or of one operation. */
export function* listFacts(
  node: OpenApiDocument | Operation,
  scope: Scope,
  options: BoundedListOptions,
): Iterable<ListFact> {
  if (node.kind === 'openapi.document') yield documentFact(node, scope);
  else yield* operationFacts(node, scope, options);
}
