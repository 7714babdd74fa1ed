import type { Held } from '#core/openapi/resources/held-parameter.ts';
import type { PathNode } from '#core/openapi/resources/path-node.ts';
import type { PathResource } from '#core/openapi/resources/path-resource.ts';
import type { WordForm } from '#core/openapi/resources/word-form.ts';

/** A part without a parameter in it, and where it stands. */
export interface Word {
  readonly key: string;
  readonly form: WordForm;
  readonly node: PathNode;
  readonly parent: PathResource | undefined;
  /** The parameter that stands behind it and may name one of many. */
  readonly held: Held | undefined;
}
