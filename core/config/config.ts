import { noMapping, type SchemaMapping } from '#core/config/schema-mapping.ts';
import { changedWords, isWordChanges } from '#core/config/word-changes.ts';
import type { Finding, Rule, Severity } from '#core/rule.ts';
import type { OptionValue, RuleSetting } from '#core/rule-setting.ts';
import type { Preset, Rulebook } from '#core/rulebook.ts';
import type { TreeSection } from '#core/tree/section.ts';

/** What `plumbline.yaml` says, with defaults filled in. Globs are relative to the folder the file lies in. */
export interface Config {
  /** Undefined when no file was found: everything is a default. */
  readonly uri: string | undefined;
  /** The folder the globs count from, ending in `/`; empty without a file. */
  readonly folder: string;
  /** Undefined: the caller's preset applies. */
  readonly preset: string | undefined;
  /** By rule id: what is said of a group is said of each of its rules. */
  readonly rules: ReadonlyMap<string, RuleSetting>;
  /** Files looked at; empty means all. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** When not empty, only these OpenAPI files are roots. */
  readonly entries: readonly string[];
  readonly ignores: readonly ConfigIgnore[];
  /** The Prisma schema (file or folder) the API is compared with; undefined: found by nearness. */
  readonly prisma: string | undefined;
  /** Which schemas describe which models, as far as it is written. */
  readonly mapping: SchemaMapping;
}

/** Findings of `rules` (empty: of every rule) are not reported in files matching `files`. */
export interface ConfigIgnore {
  readonly files: readonly string[];
  readonly rules: readonly string[];
  readonly reason: string;
}

/** The configuration of a workspace without `plumbline.yaml`. */
export const emptyConfig: Config = {
  uri: undefined,
  folder: '',
  preset: undefined,
  rules: new Map(),
  include: [],
  exclude: [],
  entries: [],
  ignores: [],
  prisma: undefined,
  mapping: noMapping,
};

/** A mistake in `plumbline.yaml`. */
export interface ConfigProblem {
  readonly section: TreeSection;
  /** The same object as long as the text is the same. */
  readonly finding: Finding;
}

/** A rule with the severity and options that hold for one file. */
export interface ActiveRule {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly options: { readonly [name: string]: OptionValue };
}

/** The rules that are on under a configuration, in the rulebook's order. An unknown preset counts as `recommended`. */
export function activeRules(config: Config, defaultPreset: string, rulebook: Rulebook): readonly ActiveRule[] {
  const preset = rulebook.presets.find(({ name }) => name === (config.preset ?? defaultPreset));
  return rulebook.rules.flatMap((rule) => {
    const settings = [preset?.rules[rule.id], config.rules.get(rule.id)];
    const severity = severityOf(rule, preset, settings);
    return severity === 'off' ? [] : [{ rule, severity, options: optionsOf(rule, settings) }];
  });
}

function severityOf(
  rule: Rule,
  preset: Preset | undefined,
  settings: readonly (RuleSetting | undefined)[],
): Severity | 'off' {
  const isOn = preset?.base === 'all' || rule.recommended || preset?.turnsOn?.includes(rule.id) === true;
  const base = isOn ? rule.severity : 'off';
  return settings.reduce<Severity | 'off'>((severity, setting) => setting?.severity ?? severity, base);
}

function optionsOf(rule: Rule, settings: readonly (RuleSetting | undefined)[]): ActiveRule['options'] {
  const values = new Map<string, OptionValue>();
  for (const [name, option] of Object.entries(rule.options ?? {})) values.set(name, option.default);
  for (const [name, given] of settings.flatMap((setting) => Object.entries(setting?.options ?? {}))) {
    const before = values.get(name);
    values.set(name, isWordChanges(given) ? changedWords(Array.isArray(before) ? before : [], given) : given);
  }
  return Object.fromEntries(values);
}
