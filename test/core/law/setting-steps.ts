import type { Rule } from '#core/rule.ts';
import type { UnreadReason } from '#core/unread-reason.ts';
import { rules } from '#rules/index.ts';
import { presets } from '#rules/presets/presets.ts';
import type { Random } from '../../support/random.ts';
import { happens, pickFrom, someOf } from './chance.ts';
import { type Desk, folder } from './desk.ts';
import type { StepKind, Table } from './step.ts';

/** Changes of what a review is made with: configuration files, and what the caller decides. */
export const settingSteps: readonly StepKind[] = [
  { name: 'configure', weight: 5, act: configure },
  { name: 'configure Prisma', weight: 2, act: configurePrisma },
  { name: 'answer the checklist', weight: 1, act: answer },
  { name: 'change why a file is unread', weight: 4, act: changeUnread },
  { name: 'change the preset', weight: 1, act: changePreset },
  { name: 'change the folders', weight: 1, act: changeFolders },
  { name: 'commit', weight: 1, act: commit },
];

function configure({ desk, random }: Table): string | undefined {
  const uri = `${folder}${pickFrom(random, ['', '', 'shared/', 'prisma/', 'paths/']) ?? ''}plumbline.yaml`;
  const parts = [
    `preset: ${pickFrom(random, ['strict', 'strict', 'recommended', 'none'])}\n`,
    `rules:\n${someOf(random, rules, 4)
      .map((rule) => ruleSetting(random, rule))
      .join('')}`,
    `include: [${somePaths({ desk, random })}]\n`,
    `exclude: [${somePaths({ desk, random })}]\n`,
    `entries: [${somePaths({ desk, random })}]\n`,
    `ignores:\n  - files: [${somePaths({ desk, random })}]\n    rules: [${pickFrom(random, rules)?.id}]\n    reason: later\n`,
    `mapping:\n  models: { Order: ${pickFrom(random, ['Customer', 'false', 'Nothing'])} }\n  fields: { Order: { total: ${pickFrom(random, ['id', 'false'])} } }\n`,
    `prisma: ${pickFrom(random, ['prisma', './prisma/schema.prisma', 'db', '../x', 'http://['])}\n`,
  ];
  return put(desk, random, uri, someOf(random, parts, 2).join(''));
}

function ruleSetting(random: Random, { id, options }: Rule): string {
  const severity = pickFrom(random, ['off', 'info', 'warning', 'error']);
  const chosen = Object.entries(options ?? {}).map(([name, { default: value }]) => {
    const other = typeof value === 'number' ? value + 1 : typeof value === 'boolean' ? !value : value;
    return `        ${name}: ${JSON.stringify(other)}\n`;
  });
  if (chosen.length === 0) return `  ${id}: ${severity}\n`;
  return `  ${id}:\n    severity: ${severity}\n    options:\n${chosen.join('')}`;
}

function somePaths({ desk, random }: Pick<Table, 'desk' | 'random'>): string {
  const paths = desk.uris.map((uri) => JSON.stringify(uri.slice(folder.length)));
  return [
    ...someOf(random, paths, 1),
    ...someOf(random, ['"**/*.yaml"', '"paths"', '"prisma/**"', '"./"', '""', '"[{"'], 0.5),
  ].join(', ');
}

function configurePrisma({ desk, random }: Table): string | undefined {
  const path = pickFrom(random, ['prisma', 'prisma/schema.prisma', './db', 'nowhere']) ?? '';
  if (happens(random, 0.3)) {
    return put(desk, random, `${folder}package.json`, JSON.stringify({ name: 'x', prisma: { schema: path } }));
  }
  return put(desk, random, `${folder}prisma.config.ts`, `export default { schema: '${path}' };\n`);
}

function answer({ desk, random }: Table): string | undefined {
  const text = `answers:\n  naming: ${pickFrom(random, ['yes', 'no'])}\n`;
  return put(desk, random, `${folder}plumbline.review.yaml`, text);
}

/** Writes a file, or deletes it. */
function put(desk: Desk, random: Random, uri: string, text: string): string {
  if (happens(random, 0.25)) {
    desk.remove(uri);
    return `delete ${uri}`;
  }
  if (desk.openUris.includes(uri)) desk.replace(uri, text);
  else if (happens(random, 0.3)) desk.open(uri, 'yaml', text);
  else desk.write(uri, text);
  return `write ${uri}: ${JSON.stringify(text)}`;
}

const reasons = ['missing', 'outside-workspace', 'too-large', 'unreadable'] as const;

function changeUnread({ desk, random, review }: Table): string | undefined {
  const uri = pickFrom(random, [...review.wanted, ...desk.unread.keys(), ...desk.uris]);
  if (uri === undefined) return undefined;
  const unread = new Map<string, UnreadReason>(desk.unread);
  const reason = happens(random, 0.3) ? undefined : pickFrom(random, reasons);
  if (reason === undefined) unread.delete(uri);
  else unread.set(uri, reason);
  desk.unread = unread;
  return `${uri} is ${reason ?? 'no longer unread'}`;
}

function changePreset({ desk }: Table): string | undefined {
  desk.preset = desk.preset === 'strict' ? 'recommended' : 'strict';
  return `preset ${desk.preset}`;
}

function changeFolders({ desk, random }: Table): string | undefined {
  const inner = ['shared/', 'paths/', 'prisma/'].map((name) => `${folder}${name}`);
  desk.folders = happens(random, 0.5) ? [folder] : [folder, ...someOf(random, inner, 1)];
  return `folders ${desk.folders.join(', ')}`;
}

function commit({ desk, random, review }: Table): string | undefined {
  if (happens(random, 0.1)) {
    desk.base = undefined;
    return 'compare with nothing';
  }
  desk.commit({ rules, presets }, happens(random, 0.5) ? review.workspace : undefined);
  return 'commit';
}
