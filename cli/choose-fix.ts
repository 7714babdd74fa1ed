import type { FixChoice } from '#cli/arguments.ts';
import { findRule, noSuchRule } from '#cli/find-rule.ts';
import { type ChooseFix, changedUris, firstSafeFix } from '#core/fix/fix-all.ts';
import { hasSafeFix } from '#core/fix/fix-outcome.ts';
import type { Rule } from '#core/rule.ts';
import { sourceKindOf } from '#core/source-kind.ts';

/**
 * Which fix of a finding `--fix` makes, among those that change only files under review. A fix that reaches into a file that is
 * shared by others (a Prisma schema) is made only where its rule is named. A message when a name is not that of a rule.
 */
export function chooseFix(
  choice: FixChoice,
  rules: readonly Rule[],
  mayChange: (uri: string) => boolean,
): ChooseFix | { readonly message: string } {
  const named = typeof choice === 'string' ? undefined : new Set<string>();
  for (const name of typeof choice === 'string' ? [] : choice) {
    const rule = findRule(name, rules);
    if (rule === undefined) return { message: `--fix takes safe, review, or rules: ${noSuchRule(name, rules)}` };
    named?.add(rule.id);
  }
  return (finding, review) => {
    if (named !== undefined && !named.has(finding.ruleId)) return undefined;
    if (choice === 'safe' && !hasSafeFix(finding)) return undefined;
    const fix = choice === 'safe' ? firstSafeFix(finding) : finding.fixes[0];
    if (fix === undefined) return undefined;
    const isAllowed = (uri: string) =>
      mayChange(uri) &&
      (uri === finding.uri || named !== undefined || sourceKindOf(uri).language?.files.isShared !== true);
    return [...changedUris(fix, review)].every(isAllowed) ? fix : undefined;
  };
}
