import type { InSection, Keyed } from '#core/rule.ts';

/** Of facts that say their kind, those of one kind, in their order. */
export function factsOfKind<F extends KindedFact, K extends F['kind']>(
  facts: readonly InSection<F>[],
  kind: K,
): readonly InSection<Extract<F, { readonly kind: K }>>[] {
  return facts.filter((fact): fact is InSection<Extract<F, { readonly kind: K }>> => fact.value.kind === kind);
}

type KindedFact = Keyed & { readonly kind: string };
