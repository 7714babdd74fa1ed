import type { Rule } from '#core/rule.ts';
import { nearestName } from '#core/text/nearest-name.ts';

/** The rule of this id, or the only one whose id ends in it. */
export function findRule(name: string, rules: readonly Rule[]): Rule | undefined {
  const exact = rules.find(({ id }) => id === name);
  const [short, ...others] = rules.filter(({ id }) => id.endsWith(`/${name}`));
  return exact ?? (others.length === 0 ? short : undefined);
}

const suggestionsAtMost = 5;

/** That there is no rule of this name, and which may have been meant. */
export function noSuchRule(name: string, rules: readonly Rule[]): string {
  const rule = name === '' ? 'a name of a rule is missing.' : `there is no rule “${name}”.`;
  return `${rule}${suggestion(name, rules) || ' All rules: plumbline explain'}`;
}

function suggestion(name: string, rules: readonly Rule[]): string {
  const ids = rules.map(({ id }) => id);
  const lastPart = name.slice(name.lastIndexOf('/') + 1);
  const containing = ids.filter((id) => lastPart !== '' && id.includes(lastPart));
  const nearShort = nearestName(
    lastPart,
    ids.map((id) => id.slice(id.indexOf('/') + 1)),
  );
  const near = [nearestName(name, ids), ids.find((id) => id.slice(id.indexOf('/') + 1) === nearShort)];
  const found = [...new Set([...near, ...containing])].filter((id) => id !== undefined).slice(0, suggestionsAtMost);
  return found.length === 0 ? '' : ` Did you mean ${found.join(', ')}?`;
}
