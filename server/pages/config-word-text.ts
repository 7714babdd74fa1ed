import type { ConfigWord } from '#core/config/config-shape.ts';
import type { Rule } from '#core/rule.ts';
import type { ClientAbilities } from '#server/client-abilities.ts';

/** What a word of `plumbline.yaml` means, as Markdown in a few lines. */
export function wordText({ description, rule }: ConfigWord, abilities: Pick<ClientAbilities, 'rulePageBase'>): string {
  if (rule === undefined) return description;
  return [rule.summary, rule.why, `[${rule.id}](${pageOf(rule, abilities) ?? ''})`]
    .filter((part) => !part.endsWith('()'))
    .join('\n\n');
}

/** The page of the rule where the client has one, else its first source. */
function pageOf({ id, references }: Rule, { rulePageBase }: Pick<ClientAbilities, 'rulePageBase'>): string | undefined {
  return rulePageBase === undefined ? references.find(({ url }) => url !== undefined)?.url : `${rulePageBase}${id}`;
}
