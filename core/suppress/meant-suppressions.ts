import type { Rulebook } from '#core/rulebook.ts';
import type { Suppression } from '#core/suppress/suppression.ts';

/** With ids of our rules in place of the names another reviewer has for its own; the list itself where there are none of those. */
export function meantSuppressions(suppressions: readonly Suppression[], rulebook: Rulebook): readonly Suppression[] {
  if (suppressions.every(({ foreign }) => foreign === undefined)) return suppressions;
  return suppressions.map((suppression) => {
    const { foreign, span } = suppression;
    if (foreign === undefined) return suppression;
    const rules = foreign === 'all' ? ['prisma/*'] : foreign.flatMap((name) => counterpartsOf(name, rulebook));
    return { ...suppression, rules: rules.map((value) => ({ value, span })) };
  });
}

function counterpartsOf(name: string, { prismaLint = {} }: Rulebook): readonly string[] {
  return Object.hasOwn(prismaLint, name) ? (prismaLint[name]?.rules ?? []) : [];
}
