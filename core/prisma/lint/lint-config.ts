import type { LintCounterpart } from '#core/prisma/lint/lint-counterpart.ts';
import { isLintProgram, lintFolder } from '#core/prisma/lint/lint-file.ts';
import { type LintSetting, readLintFile } from '#core/prisma/lint/read-lint-file.ts';
import type { Severity } from '#core/rule.ts';
import type { RuleSetting } from '#core/rule-setting.ts';
import type { Rulebook } from '#core/rulebook.ts';
import type { Source } from '#core/source.ts';

/** What a configuration of prisma-lint says to our rules. */
export interface LintConfig {
  readonly uri: string;
  /** The folder it holds for, ending in `/`. */
  readonly folder: string;
  /** By the ids of our rules. */
  readonly rules: ReadonlyMap<string, RuleSetting>;
  /** Its rules that were taken over, and what for. */
  readonly taken: readonly { readonly name: string; readonly level: string; readonly rules: readonly string[] }[];
  /** Names of its rules that say nothing to ours. */
  readonly left: readonly string[];
  /** True for a program, which is not run. */
  readonly isProgram: boolean;
}

/** Reads it; the very same for the same source. Undefined for a file without one. */
export function lintConfigOf(source: Source, rulebook: Rulebook): LintConfig | undefined {
  const byBook = known.get(rulebook) ?? new WeakMap<Source, { readonly config: LintConfig | undefined }>();
  known.set(rulebook, byBook);
  const read = byBook.get(source) ?? { config: readConfig(source, rulebook) };
  byBook.set(source, read);
  return read.config;
}

const known = new WeakMap<Rulebook, WeakMap<Source, { readonly config: LintConfig | undefined }>>();

function readConfig({ uri, text }: Source, rulebook: Rulebook): LintConfig | undefined {
  const settings = readLintFile(uri, text);
  if (settings === undefined) return undefined;
  const rules = new Map<string, RuleSetting>();
  const taken: LintConfig['taken'][number][] = [];
  const left: string[] = [];
  for (const setting of settings) {
    const ours = settingsFor(setting, rulebook);
    for (const [id, value] of ours) rules.set(id, { ...rules.get(id), ...value });
    if (ours.length === 0) left.push(setting.name);
    else taken.push({ name: setting.name, level: setting.level, rules: ours.map(([id]) => id) });
  }
  return { uri, folder: lintFolder(uri), rules, taken, left, isProgram: isLintProgram(uri) };
}

const severities: { readonly [level: string]: Severity | 'off' } = { error: 'error', warn: 'warning', off: 'off' };

/** Nothing where none of our rules looks at the same thing, or the level is none. */
function settingsFor(
  { name, level, options }: LintSetting,
  { rules, prismaLint = {} }: Rulebook,
): readonly (readonly [string, RuleSetting])[] {
  const severity = Object.hasOwn(severities, level) ? severities[level] : undefined;
  const counterpart: LintCounterpart | undefined = Object.hasOwn(prismaLint, name) ? prismaLint[name] : undefined;
  if (severity === undefined || counterpart === undefined) return [];
  const given = severity === 'off' || counterpart.read === undefined ? {} : counterpart.read(options);
  if (given === undefined) return [];
  const ids = counterpart.rules.filter((id) => rules.some((rule) => rule.id === id));
  return ids.map((id) => [id, { severity, ...(Object.keys(given).length > 0 && { options: given }) }]);
}
