import type { ReviewNode } from '#core/node.ts';
import type { View } from '#core/openapi/view.ts';
import type { Section } from '#core/text/section.ts';
import type { PlainValue, TreeNode } from '#core/tree/tree.ts';

/** Data that is compared as it is; a section in a fact names a place. */
type Data = string | number | boolean | bigint | null | undefined | PlainValue | TreeNode | Section;

/** Of these each is another one after every edit of its section, or cannot be compared. */
type NoData =
  | View
  | ReviewNode
  | ReadonlyMap<never, unknown>
  | ReadonlySet<never>
  | ((...parameters: never[]) => unknown);

/** The parts of a fact that are no data, wherever they are in it (eight levels deep); never where all is data. */
export type PartsNotPlain<T, Depth extends readonly 0[] = []> = Depth['length'] extends 8
  ? never
  : unknown extends T
    ? T
    : T extends Data
      ? never
      : T extends NoData
        ? T
        : T extends readonly (infer Item)[]
          ? PartsNotPlain<Item, [...Depth, 0]>
          : { [K in keyof T]-?: PartsNotPlain<T[K], [...Depth, 0]> }[keyof T];

/** The law of facts as a type: a rule whose facts hold more than data is not accepted, and its error names what they hold. */
export type IfPlain<F> = [PartsNotPlain<F>] extends [never] ? unknown : { readonly factsMayNotHold: PartsNotPlain<F> };
