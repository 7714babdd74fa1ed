/**
 * What a part of a path is. A part is one of these, never two.
 * `prefix`: where the API, a version or a group of paths is found. `collection`: many of one kind. `item`: one of many, by an id or as
 * `me`. `singleton`: the only one of its kind. `action`: what is done. `argument`: what an action is given, or which form is wanted.
 * `qualifier`: which kind of a collection, or by what its items are looked for. `unknown`: nothing tells.
 */
export type PathKind = 'prefix' | 'collection' | 'item' | 'singleton' | 'action' | 'argument' | 'qualifier' | 'unknown';

/** What a part is, and why. */
export interface Judged {
  readonly kind: PathKind;
  /** Continues “because …”: `“{id}” behind it names one of many`. */
  readonly reason: string;
}

/** One part of a path, judged. */
export interface JudgedPart extends Judged {
  /** The path up to this part, without the names of its parameters. */
  readonly template: string;
  /** The part by itself: `orders`, `{}`, `:archive`. */
  readonly key: string;
  /** Which segment of the path it stands in. */
  readonly segment: number;
}

/** What a path names, as plain data. It may be a path that is only written as the beginning of others. */
export interface PathResource extends Judged {
  /** Without the names of parameters, and without a slash at the end. */
  readonly template: string;
  /** As written, sorted; several where they differ in the names of parameters or in a slash at the end; empty where only others begin so. */
  readonly paths: readonly string[];
  /** In small letters, sorted; undefined where not all of them are known. */
  readonly methods: readonly string[] | undefined;
  /** All parts from the first on; the last one is this. */
  readonly parts: readonly JudgedPart[];
  /** The template of what it belongs to: of an item its collection, of anything else the item, collection or singleton it stands below. */
  readonly parent: string | undefined;
  /** The template of the items of a collection that have one. */
  readonly items: string | undefined;
}
