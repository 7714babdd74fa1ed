import type { OrReference, Schema } from '#core/openapi/model.ts';
import type { Scope } from '#core/rule.ts';

/** What `$ref`s lead to in each of two versions. */
export interface ComparedScopes {
  readonly before: Pick<Scope, 'resolve'>;
  readonly after: Pick<Scope, 'resolve'>;
}

/** Two schemas that are still to be compared. */
export interface Step {
  readonly before: OrReference<Schema>;
  readonly after: OrReference<Schema>;
  readonly path: readonly string[];
  readonly isReadOnly: boolean;
  readonly isWriteOnly: boolean;
  /** True where values are sent as text, as those of parameters are: there any text takes numbers, too. */
  readonly isText: boolean;
}
