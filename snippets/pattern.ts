import type { HttpMethod, OpenApiVersion } from '#core/openapi/model.ts';
import type { PlainValue } from '#core/tree/tree.ts';
import type { PatternInfo } from '#snippets/pattern-info.ts';
import type { PrismaPattern } from '#snippets/prisma-pattern.ts';

/** A way of writing something that follows the guideline, as data: once for every language it is written in. */
export type Pattern = OpenApiPattern | PrismaPattern;

/** When something was announced to end, and when it will. */
export interface EndDates {
  readonly since: Date;
  readonly end: Date;
}

export type Values = { readonly [key: string]: PlainValue };

/** Components by group and name: `{ schemas: { Problem: … } }`. */
export type Components = { readonly [group: string]: Values };

/**
 * Values may hold placeholders (placeholders.ts) and references to components; what a reference needs is looked up in
 * `components`, then in the components all patterns share.
 */
export interface OpenApiPattern extends PatternInfo {
  readonly language: 'openapi';
  /** Versions it is written for; all from 3.0 on when undefined. */
  readonly versions?: readonly OpenApiVersion[];
  /** The plural noun a new resource is called by; `items` when undefined. */
  readonly collection?: string;
  readonly components?: Components;
  /** The names of schemas that take over the properties a client may write, where the resource has a schema already. */
  readonly writableCopies?: readonly string[];
  readonly contributions: readonly [Contribution, ...Contribution[]];
  readonly insertion: OpenApiInsertion;
  /** For a pattern that says when something ends: its insertion with these dates, which hold placeholders otherwise. */
  readonly insertionWith?: (dates: EndDates) => OpenApiInsertion;
}

/** Where the entries of a contributed snippet are written. */
export type OpenApiContext = 'paths' | 'path item' | 'operation' | 'responses' | 'webhooks' | 'components' | 'schemas';

/** A pattern as a contributed snippet: entries of one map. */
export interface Contribution {
  /** Where it differs from the pattern's id. */
  readonly prefix?: string;
  readonly context: OpenApiContext;
  readonly body: Values;
}

/** How the command puts a pattern into a description. */
export type OpenApiInsertion = PathsInsertion | OperationsInsertion | ComponentsInsertion | WebhookInsertion;

/** Adds a resource, or what the resource under the cursor lacks of it. */
export interface PathsInsertion {
  readonly kind: 'paths';
  readonly parts: readonly [PathPart, ...PathPart[]];
  /** The whole resource exists once (`/webhooks/{provider}`), whatever stands under the cursor. */
  readonly isFixed?: boolean;
  /** Tried first: what is done to the operations under the cursor. */
  readonly onOperation?: OperationsInsertion;
  /** Properties the schema of an existing resource is given. */
  readonly itemProperties?: Values;
}

/** What stands at one path. */
export interface PathPart {
  /** `/⟦collection⟧/{⟦variable⟧Id}`, or any other path as it is. */
  readonly path: string;
  /** Operations that must not be there yet. */
  readonly operations: { readonly [method: string]: Values };
  /** Operations a resource is only given when it is new. */
  readonly withNew?: { readonly [method: string]: Values };
  /** What is done to operations that are there. */
  readonly changes?: readonly OperationChange[];
  /** Left out without a word when its operations are there already. */
  readonly isShared?: boolean;
  /** How its GET pages, where it is a list: as the other lists of a description, where these page in any way. */
  readonly pagesBy?: 'cursor' | 'offset';
}

/** Adds something to operations that are there. */
export interface OperationsInsertion {
  readonly kind: 'operations';
  /** Whether the operation under the cursor is changed, or every one of its path item. */
  readonly reach: 'operation' | 'path item';
  /** The methods one of which has to be there. */
  readonly methods: readonly HttpMethod[];
  readonly changes: readonly OperationChange[];
  /** Said when there is no such operation: where to place the cursor. */
  readonly place: string;
}

/** What is added to an operation; what is there already stays. */
export interface OperationChange {
  readonly methods: readonly HttpMethod[];
  /** Set in front of the parameters and responses. */
  readonly fields?: Values;
  readonly parameters?: readonly Values[];
  /** A success status that becomes another one, and then has what `responses` says of that one. */
  readonly renamedStatus?: readonly [from: string, to: string];
  /** A media type of the request body that becomes another one. */
  readonly renamedMediaType?: readonly [from: string, to: string];
  readonly responses?: Values;
  /** Headers of every success response that is written in place. */
  readonly successHeaders?: Values;
}

/** Adds components to the description's root file, and values at its root. */
export interface ComponentsInsertion {
  readonly kind: 'components';
  readonly names: readonly string[];
  readonly root?: Values;
}

/** Adds a webhook; in 3.0, which has none, a callback of the operation under the cursor. */
export interface WebhookInsertion {
  readonly kind: 'webhook';
  readonly name: string;
  readonly operation: Values;
  readonly callback: { readonly name: string; readonly expression: string };
}
