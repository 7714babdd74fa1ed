import type { LintCounterpart, LintCounterparts } from '#core/prisma/lint/lint-counterpart.ts';
import { rules } from '#rules/index.ts';
import type { Counterpart, Peer } from '#rules/peers/peer.ts';
import { prismaLintRules } from '#rules/peers/prisma-lint-rules.ts';

/** The rules of prisma-lint that have counterparts here, as its configuration and its comments are read. */
export const prismaLintCounterparts: LintCounterparts = Object.fromEntries(
  Object.entries(prismaLintRules).flatMap(([name, counterpart]) =>
    typeof counterpart === 'string' ? [] : [[name, counterpart]],
  ),
);

/** A reviewer of Prisma schemas. */
export const prismaLint: Peer = {
  name: 'prisma-lint',
  title: 'prisma-lint',
  version: '0.10',
  rules: Object.fromEntries(Object.entries(prismaLintRules).map(([name, each]) => [name, counterpartOf(each)])),
};

function counterpartOf(counterpart: LintCounterpart | string): Counterpart {
  if (typeof counterpart === 'string') return counterpart;
  const there = counterpart.rules.filter((id) => rules.some((rule) => rule.id === id));
  return there.length === 0 ? 'No rule looks at it yet.' : there;
}
