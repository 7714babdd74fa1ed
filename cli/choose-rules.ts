import { findRule, noSuchRule } from '#cli/find-rule.ts';
import type { Rule } from '#core/rule.ts';

/** The ids of the rules that are named, what the engine itself finds among them; a message when a name is not that of a rule. */
export function chooseRules(
  names: readonly string[] | undefined,
  rules: readonly Rule[],
): ReadonlySet<string> | { readonly message: string } | undefined {
  if (names === undefined) return undefined;
  const ids = new Set<string>();
  for (const name of names) {
    const id = name.startsWith('plumbline/') ? name : findRule(name, rules)?.id;
    if (id === undefined) return { message: `--rule takes rules: ${noSuchRule(name, rules)}` };
    ids.add(id);
  }
  return ids;
}
