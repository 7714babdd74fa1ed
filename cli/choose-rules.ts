import { findRule, noSuchRule } from '#cli/find-rule.ts';
import type { Rule } from '#core/rule.ts';
import { nearestName } from '#core/text/nearest-name.ts';
import { engineRules } from '#core/work/engine-codes.ts';

/** The ids of the rules that are named, what the engine itself finds among them; a message when a name is not that of a rule. */
export function chooseRules(
  names: readonly string[] | undefined,
  rules: readonly Rule[],
): ReadonlySet<string> | { readonly message: string } | undefined {
  if (names === undefined) return undefined;
  const ids = new Set<string>();
  for (const name of names) {
    const id = engineRules.find((own) => own === name) ?? findRule(name, rules)?.id;
    if (id === undefined) return { message: `--rule takes rules: ${noneOfThisName(name, rules)}` };
    ids.add(id);
  }
  return ids;
}

function noneOfThisName(name: string, rules: readonly Rule[]): string {
  const near = name.startsWith('plumbline/') ? nearestName(name, engineRules) : undefined;
  return near === undefined ? noSuchRule(name, rules) : `there is no rule “${name}”. Did you mean ${near}?`;
}
