import type { CommandIo, ExitCode } from '#cli/command-io.ts';
import { counterpartText } from '#cli/counterpart-text.ts';
import { findRule, noSuchRule } from '#cli/find-rule.ts';
import { ruleText } from '#cli/rule-text.ts';
import { type Style, styleFor } from '#cli/style.ts';
import type { Rule } from '#core/rule.ts';
import type { Rulebook } from '#core/rulebook.ts';
import { largest } from '#core/work/largest.ts';
import { checklist } from '#rules/checklist.ts';
import { findCounterparts } from '#rules/peers/find-counterpart.ts';
import { peers } from '#rules/peers/peers.ts';

/** `plumbline explain`. */
export function explainCommand(name: string | undefined, { rules }: Rulebook, io: CommandIo): ExitCode {
  const style = styleFor(io.stdout, io.environment);
  if (name === undefined) {
    io.stdout.write(ruleList(rules, style));
    return 0;
  }
  if (name.startsWith('plumbline/')) {
    io.stdout.write(`${name}\n${ownFindings}`);
    return 0;
  }
  const rule = findRule(name, rules);
  const [counterpart] = rule === undefined ? findCounterparts(name, peers) : [];
  if (counterpart !== undefined) {
    io.stdout.write(counterpartText(counterpart, rules, style));
    return 0;
  }
  if (rule === undefined) {
    io.stderr.write(`plumbline: ${noSuchRule(name, rules)}\n`);
    return 2;
  }
  io.stdout.write(ruleText(rule, sectionOf(rule), style));
  return 0;
}

const ownFindings = `Reported by Plumbline itself, not by a rule of the guideline: text that cannot be read as YAML, JSON or Prisma,
mistakes in plumbline.yaml, references that are not followed, comments that ignore nothing. Its messages say what to do.
`;

function sectionOf(rule: Rule): string | undefined {
  return checklist.find(({ items }) => items.some(({ id }) => id === rule.item.id))?.title;
}

function ruleList(rules: readonly Rule[], style: Style): string {
  const width = largest(
    0,
    rules.map(({ id }) => id.length),
  );
  const parts = checklist.flatMap(({ title, items }) => {
    const own = items.flatMap((item) => rules.filter((rule) => rule.item.id === item.id));
    if (own.length === 0) return [];
    const rows = own.map((rule) => {
      const severity = style[rule.severity](rule.severity.padEnd('warning'.length));
      return `  ${rule.id.padEnd(width)}  ${severity}  ${rule.recommended ? '' : style.dim('(off) ')}${rule.summary}`;
    });
    return [`${style.bold(title)}\n${rows.join('\n')}\n`];
  });
  return `${parts.join('\n')}\nMore about one: plumbline explain <rule>\n`;
}
