import { findRule, noSuchRule } from '#cli/find-rule.ts';
import { copyRule } from '#cli/report.ts';
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
    if (name === copyRule) return { message: `--rule takes rules with findings: ${onlyNoted}` };
    const id = shownRules.find((own) => own === name) ?? findRule(name, rules)?.id;
    if (id === undefined) return { message: `--rule takes rules: ${noneOfThisName(name, rules)}` };
    ids.add(id);
  }
  return ids;
}

/** What the engine finds and a run shows as findings. */
const shownRules = engineRules.filter((rule) => rule !== copyRule);

const onlyNoted = `of “${copyRule}” a note tells, whichever rules are named. Leave it out.`;

function noneOfThisName(name: string, rules: readonly Rule[]): string {
  const near = name.startsWith('plumbline/') ? nearestName(name, shownRules) : undefined;
  return near === undefined ? noSuchRule(name, rules) : `there is no rule “${name}”. Did you mean ${near}?`;
}
