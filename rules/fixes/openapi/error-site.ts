import type { TreeChange } from '#core/tree/change.ts';
import type { PlainValue } from '#core/tree/tree.ts';
import type { ResponsesSite } from '#rules/fixes/openapi/document-response.ts';

/** The operation an error is added to, as far as its neighbours matter. */
export interface ErrorSite extends ResponsesSite {
  readonly path: string;
  /** As in the house facts: its first tag, else the first fixed segment of its path. */
  readonly group: string;
}

/** A response as it is written at an operation, and what has to be there first. */
export interface NewResponse {
  readonly value: PlainValue;
  readonly additions: readonly TreeChange[];
}
