/** The views there are that a rule can be written for, by kind: each language adds its own (`declare module`). */
// biome-ignore lint/suspicious/noEmptyInterface: languages declare its members
export interface NodeTypes {}

/** `openapi.operation`, `prisma.model` …: the language, and what it is there. */
export type NodeKind = keyof NodeTypes;
export type NodeOf<K extends NodeKind> = NodeTypes[K];
export type ReviewNode = NodeTypes[NodeKind];

/** Views by kind: how a language adds a union of its own to `NodeTypes`. */
export type ByKind<N extends { readonly kind: string }> = {
  readonly [K in N['kind']]: Extract<N, { readonly kind: K }>;
};
