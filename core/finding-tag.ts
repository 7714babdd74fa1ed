import type { FindingTag } from '#core/rule.ts';
import type { Rulebook } from '#core/rulebook.ts';
import { unusedIgnore } from '#core/suppress/heard-findings.ts';

const tagsByRulebook = new WeakMap<Rulebook, ReadonlyMap<string, FindingTag>>();

/** How an editor shows the findings of a rule, or of the engine itself; undefined for the usual way. */
export function tagOf(ruleId: string, rulebook: Rulebook): FindingTag | undefined {
  const tags = tagsByRulebook.get(rulebook) ?? readTags(rulebook);
  tagsByRulebook.set(rulebook, tags);
  return tags.get(ruleId);
}

function readTags({ rules }: Rulebook): ReadonlyMap<string, FindingTag> {
  const tags = new Map<string, FindingTag>([[unusedIgnore, 'unnecessary']]);
  for (const { id, tag } of rules) if (tag !== undefined) tags.set(id, tag);
  return tags;
}
