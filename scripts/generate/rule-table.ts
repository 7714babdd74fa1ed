import type { Rule } from '#core/rule.ts';
import type { Rulebook } from '#core/rulebook.ts';
import { checklist } from '#rules/checklist.ts';
import { peers } from '#rules/peers/peers.ts';

/** docs/rules.md: every rule in a table per section of the guideline, and the presets. */
export function ruleTable({ rules, presets }: Rulebook): string {
  const sections = checklist.flatMap(({ title, items }) => {
    const rows = items.flatMap((item) => rules.filter((rule) => rule.item.id === item.id).map(row));
    if (rows.length === 0) return [];
    return [
      `## ${title}\n\n| Rule | What it asks for | Severity | On by default |\n|---|---|---|---|\n${rows.join('\n')}`,
    ];
  });
  const presetRows = presets.map(({ name, description }) => `| \`${name}\` | ${description} |`);
  return [
    '# Rules',
    `${rules.length} rules, by section of the guideline. Each has a page with its reason, examples, options and sources.`,
    ...sections,
    `## Presets\n\n| Preset | What it turns on |\n|---|---|\n${presetRows.join('\n')}`,
    `## Coming from another reviewer\n\nA page each says which rule here looks at what theirs look at:\n\n${peers.map(({ name, title, rules: theirs }) => `- [${title}](peers/${name}.md), ${Object.keys(theirs).length} rules`).join('\n')}`,
    '',
  ]
    .join('\n\n')
    .trimEnd()
    .concat('\n');
}

function row({ id, summary, severity, recommended }: Rule): string {
  return `| [${id}](rules/${id}.md) | ${summary.replaceAll('|', '\\|')} | ${severity} | ${recommended ? 'yes' : 'no'} |`;
}
