import type { ReviewNode } from '#core/node.ts';
import type { BaseScope, DatabaseScope, Scope, Usages } from '#core/rule.ts';
import type { Section } from '#core/text/section.ts';
import type { Steps } from '#core/work/steps.ts';

/** Called with each node of a section that is understood, and the unit it is part of. */
export type NodeVisitor = (node: ReviewNode, unit: ReviewUnit) => void;

/** A section in its role within one description or schema: what is reviewed on its own, and again only when it must be. */
export interface ReviewUnit {
  /** The description or schema it is part of. */
  readonly group: string;
  readonly section: Section;
  /** Units of the same section, role, context and schema see the same nodes, and as much beyond them. */
  readonly role: string;
  /** The facts all units of a description share, as a key; empty for Prisma. */
  readonly context: string;
  /** The root of the Prisma schema that belongs to the description; empty where there is none. */
  readonly schema: string;
  /** The id of the base it is compared with; empty where there is none. */
  readonly base: string;
  readonly scope: Scope;
  /** The scope of rules that compare with a database; undefined where there is none to compare with. */
  readonly database: DatabaseScope | undefined;
  /** The scope of rules that tell of changes; undefined where there is nothing to compare with. */
  readonly former: BaseScope | undefined;
  readonly visit: (visit: (node: ReviewNode) => void) => void;
  /** Finds out, in steps, how schemas travel; one step where that is known. */
  readonly prepareUsages: () => Steps<Usages>;
}

/** The units of one description or schema, in a stable order. They are made only where they are asked for. */
export interface UnitGroup extends Pick<ReviewUnit, 'group' | 'context' | 'schema' | 'base'> {
  /** The files its sections are of. */
  readonly uris: Iterable<string>;
  /** Each section with the key of its role. */
  readonly members: readonly UnitMember[];
  readonly unitAt: (place: number) => ReviewUnit | undefined;
}

export interface UnitMember {
  readonly section: Section;
  readonly roles: { readonly key: string };
}
