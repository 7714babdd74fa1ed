import type { Peer } from '#rules/peers/peer.ts';

/** The page about another reviewer as Markdown: which rule of ours looks at what its rules look at. */
export function peerPage({ name, title, version, rules }: Peer): string {
  const entries = Object.entries(rules);
  const covered = entries.filter(([, counterpart]) => typeof counterpart !== 'string');
  const left = entries.filter(([, counterpart]) => typeof counterpart === 'string');
  const [first = ''] = Object.keys(rules);
  const parts = [
    `# Coming from ${title}`,
    `Of the ${entries.length} rules of ${title} ${version}, ${covered.length} have a counterpart here. In the terminal, \`plumbline explain ${name}:${first}\` says the same.`,
    `| Rule of ${title} | Here |\n|---|---|\n${covered.map(([id, ours]) => `| \`${id}\` | ${linked(ours)} |`).join('\n')}`,
    left.length === 0
      ? ''
      : `## Without a counterpart\n\n| Rule of ${title} | Why |\n|---|---|\n${left.map(([id, reason]) => `| \`${id}\` | ${String(reason)} |`).join('\n')}`,
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function linked(ours: Peer['rules'][string]): string {
  return typeof ours === 'string' ? ours : ours.map((id) => `[${id}](../rules/${id}.md)`).join(', ');
}
