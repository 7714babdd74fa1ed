import type { Schema } from '#core/openapi/model.ts';
import type { Place } from '#core/openapi/place.ts';
import type { Direction } from '#core/openapi/validate/spared-properties.ts';

/** What is to be known of a schema that judges values. */
export type JudgingSchema = Pick<Schema, 'location' | 'tree' | 'context'>;

/** A value of an API that a description writes out, and the schema it is to fit. */
export interface WrittenValue {
  readonly place: Place;
  readonly schema: JudgingSchema;
  readonly direction: Direction;
  /** What it is called: `the example “cat”`. */
  readonly subject: string;
  /**
   * What a text stands for: `json` is read, `maybe-json` where it looks like that and its schema wants something else, of `unknown` nothing is
   * said, and where all is `serialized` neither of texts within the value. Undefined where it stands for itself.
   */
  readonly textMeans: 'json' | 'maybe-json' | 'unknown' | 'serialized' | undefined;
}
