import type { Style } from '#cli/style.ts';
import type { Rule } from '#core/rule.ts';
import { largest } from '#core/work/largest.ts';
import type { FoundCounterpart } from '#rules/peers/find-counterpart.ts';

/** What of ours looks at the same as a rule of another reviewer, for the terminal. */
export function counterpartText(
  { peer, id, rules: ids, reason }: FoundCounterpart,
  rules: readonly Rule[],
  style: Style,
): string {
  const heading = style.bold(`${id} of ${peer.title}`);
  if (reason !== undefined) return `${heading}\nHas no counterpart here: ${reason}\n`;
  const ours = rules.filter((rule) => ids.includes(rule.id));
  const width = largest(
    0,
    ours.map((rule) => rule.id.length),
  );
  const rows = ours.map((rule) => {
    const severity = style[rule.severity](rule.severity.padEnd('warning'.length));
    return `  ${rule.id.padEnd(width)}  ${severity}  ${rule.recommended ? '' : style.dim('(off) ')}${rule.summary}`;
  });
  return `${heading}\nThe same is looked at here by\n${rows.join('\n')}\n\nMore about one: plumbline explain ${ids[0] ?? '<rule>'}\n`;
}
