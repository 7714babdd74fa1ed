import type { ReviewNode } from '#core/node.ts';
import type { PrismaSchema } from '#core/project/prisma-schema.ts';
import { plainScope } from '#core/project/scopes.ts';
import type { Change, Collector, InSection, LateChanges, Scope, Survey, Usages } from '#core/rule.ts';
import { ifUnderstood } from '#core/work/understood.ts';

const surveys = new WeakMap<PrismaSchema, SchemaSurvey>();

/** The survey of a Prisma schema; the very same one as long as that is. */
export function schemaSurveyOf(schema: PrismaSchema): SchemaSurvey {
  const known = surveys.get(schema) ?? new SchemaSurvey(schema);
  surveys.set(schema, known);
  return known;
}

/** Gathers what fixes need of a Prisma schema, once. Nobody notes what it reads: it holds for this very schema alone. */
class SchemaSurvey implements Survey {
  readonly #schema: PrismaSchema;
  readonly #scope: Scope & Usages;
  readonly #gathered = new Map<Collector<unknown>, readonly InSection<unknown>[]>();
  readonly #changes = new WeakMap<LateChanges, readonly Change[]>();

  constructor(schema: PrismaSchema) {
    this.#schema = schema;
    this.#scope = { ...plainScope(schema), usage: () => ({ inRequest: false, inResponse: false }) };
  }

  gathered<F>(collector: Collector<F>): readonly InSection<F>[] {
    // A collector is asked for what it gathered itself.
    const known = this.#gathered.get(collector) as readonly InSection<F>[] | undefined;
    const gathered = known ?? this.#gather(collector);
    this.#gathered.set(collector, gathered);
    return gathered;
  }

  /** What late changes come to in this schema; none where they depend on what is not understood. */
  changes(late: LateChanges): readonly Change[] {
    const made = this.#changes.get(late) ?? ifUnderstood(() => late.make(this)) ?? [];
    this.#changes.set(late, made);
    return made;
  }

  #gather<F>({ on, isClosed, gather }: Collector<F>): readonly InSection<F>[] {
    const kinds = new Set(on);
    const sections = this.#schema.documents.flatMap((document) => document.sections);
    return sections.flatMap((section) => {
      const nodes: readonly ReviewNode[] = section.nodes;
      const asked = nodes.filter((node) => kinds.has(node.kind) && !isClosed(node));
      return asked.flatMap((node) => [...gather(node, this.#scope)].map((value) => ({ section, value })));
    });
  }
}
