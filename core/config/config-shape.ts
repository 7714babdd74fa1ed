import {
  configKeys,
  ignoreKeys,
  mappingKeys,
  type ruleKeys,
  type SeverityName,
  severityNames,
  wordKeys,
} from '#core/config/config-names.ts';
import { ruleGroups } from '#core/config/rule-groups.ts';
import type { Rule, RuleOption } from '#core/rule.ts';
import type { Rulebook } from '#core/rulebook.ts';

/** What may stand at a place of `plumbline.yaml`, for those who write it. */
export type ConfigShape =
  /** `others`: what stands under keys of any other name. */
  | { readonly kind: 'map'; readonly keys: readonly ConfigKey[]; readonly others?: ConfigShape }
  | { readonly kind: 'list'; readonly items: ConfigShape }
  /** `others` is the beginning of further words that are right. */
  | { readonly kind: 'choice'; readonly words: readonly ConfigWord[]; readonly others?: string }
  /** Globs of files and folders, single files, or one Prisma schema. */
  | { readonly kind: 'path'; readonly to: PathGoal }
  | {
      readonly kind: 'value';
      readonly type: 'string' | 'number' | 'boolean';
      readonly usual?: number | boolean | string;
    }
  | { readonly kind: 'either'; readonly shapes: readonly ConfigShape[] };

export type PathGoal = 'glob' | 'entry' | 'schema';

/** A name that can be written. */
export interface ConfigWord {
  readonly name: string;
  /** A few words beside the name. */
  readonly detail: string;
  /** A sentence or two. */
  readonly description: string;
  /** The rule it names. */
  readonly rule?: Rule;
}

export interface ConfigKey extends ConfigWord {
  readonly value: ConfigShape;
}

const shapes = new WeakMap<Rulebook, ConfigShape>();

/** What may stand in a whole `plumbline.yaml`. */
export function configShape(rulebook: Rulebook): ConfigShape {
  const shape = shapes.get(rulebook) ?? rootShape(rulebook);
  shapes.set(rulebook, shape);
  return shape;
}

/** The shapes a value may have, one by one. */
export function alternatives(shape: ConfigShape): readonly Exclude<ConfigShape, { kind: 'either' }>[] {
  return shape.kind === 'either' ? shape.shapes.flatMap(alternatives) : [shape];
}

function rootShape({ rules, presets }: Rulebook): ConfigShape {
  const groups = ruleGroups(rules);
  const ruleIds = {
    kind: 'choice',
    words: [...groups.map(groupWord), ...rules.map(ruleWord)],
    others: 'plumbline/',
  } as const;
  const values: { readonly [K in (typeof configKeys)[number]]: readonly [string, ConfigShape] } = {
    preset: [
      'The set of rules and severities to start from.',
      { kind: 'choice', words: presets.map(({ name, description }) => ({ name, detail: 'preset', description })) },
    ],
    rules: [
      'Severity or options of single rules, by rule id, or the severity of all rules of a group.',
      { kind: 'map', keys: [...groups.map(groupKey), ...rules.map(ruleKey)] },
    ],
    include: ['The files looked at, relative to this file’s folder. Empty: all.', paths('glob')],
    exclude: ['Files left out, relative to this file’s folder.', paths('glob')],
    entries: ['When given, only these OpenAPI files are roots.', paths('entry')],
    ignores: ['Findings that are not reported.', { kind: 'list', items: ignoreShape(ruleIds) }],
    prisma: [
      'The Prisma schema (file or folder) the API is compared with. Found by nearness when not given.',
      { kind: 'path', to: 'schema' },
    ],
    mapping: [
      'Which models of the database the schemas of the API describe, where that is not found by names.',
      mappingShape(),
    ],
  };
  return { kind: 'map', keys: configKeys.map((name) => keyOf(name, ...values[name])) };
}

function keyOf(name: string, description: string, value: ConfigShape, detail = ''): ConfigKey {
  return { name, detail, description, value };
}

function paths(to: PathGoal): ConfigShape {
  return {
    kind: 'either',
    shapes: [
      { kind: 'list', items: { kind: 'path', to } },
      { kind: 'path', to },
    ],
  };
}

function ignoreShape(ruleIds: ConfigShape): ConfigShape {
  const values: { readonly [K in (typeof ignoreKeys)[number]]: readonly [string, ConfigShape] } = {
    files: ['The files, relative to this file’s folder.', paths('glob')],
    rules: ['The rules ignored there. Empty: every rule.', either({ kind: 'list', items: ruleIds }, ruleIds)],
    reason: ['Why; for the reader of this file.', { kind: 'value', type: 'string' }],
  };
  return { kind: 'map', keys: ignoreKeys.map((name) => keyOf(name, ...values[name])) };
}

function mappingShape(): ConfigShape {
  const none: ConfigWord = { name: 'false', detail: 'none', description: 'There is none in the database.' };
  const name: ConfigShape = either({ kind: 'value', type: 'string' }, { kind: 'choice', words: [none] });
  const values: { readonly [K in (typeof mappingKeys)[number]]: readonly [string, ConfigShape] } = {
    models: ['The model of a schema, by the schema’s name in `components`.', { kind: 'map', keys: [], others: name }],
    fields: [
      'The fields that properties stand for, by the schema’s name and the property’s.',
      { kind: 'map', keys: [], others: { kind: 'map', keys: [], others: name } },
    ],
  };
  return { kind: 'map', keys: mappingKeys.map((key) => keyOf(key, ...values[key])) };
}

function either(...of: readonly ConfigShape[]): ConfigShape {
  return { kind: 'either', shapes: of };
}

const severityMeanings: { readonly [S in SeverityName]: string } = {
  off: 'The rule is not run.',
  info: 'A hint.',
  warning: 'Should be mended.',
  error: 'Must be mended: the command line fails.',
};

function severityShape(usual?: SeverityName): ConfigShape {
  const words = severityNames.map((name) => {
    return { name, detail: name === usual ? 'usual for this rule' : '', description: severityMeanings[name] };
  });
  return { kind: 'choice', words };
}

const severityText = 'How grave a finding is; off turns the rule off.';

function groupWord(group: string): ConfigWord {
  const name = group.slice(0, group.indexOf('/'));
  return { name: group, detail: 'group', description: `All rules whose id begins with \`${name}/\`.` };
}

function groupKey(group: string): ConfigKey {
  const setting: ConfigShape = { kind: 'map', keys: [keyOf('severity', severityText, severityShape())] };
  const word = groupWord(group);
  return {
    ...word,
    description: `${word.description} What is said of a single rule goes before.`,
    value: either(severityShape(), setting),
  };
}

function ruleWord(rule: Rule): ConfigWord {
  const detail = rule.recommended ? rule.severity : `${rule.severity}, off in recommended`;
  return { name: rule.id, detail, description: rule.summary, rule };
}

function ruleKey(rule: Rule): ConfigKey {
  const severity = severityShape(rule.severity);
  const options = Object.entries(rule.options ?? {}).map(([name, option]) => optionKey(name, option));
  const values: { readonly [K in (typeof ruleKeys)[number]]: ConfigKey } = {
    severity: keyOf('severity', severityText, severity),
    options: keyOf('options', 'The same options, in a map of their own.', { kind: 'map', keys: options }),
  };
  const keys = options.length === 0 ? [values.severity] : [values.severity, ...options, values.options];
  return { ...ruleWord(rule), value: either(severity, { kind: 'map', keys }) };
}

function optionKey(name: string, { default: usual, description }: RuleOption): ConfigKey {
  if (typeof usual === 'object') return keyOf(name, description, wordsShape(usual), usualWords(usual));
  const type = typeof usual === 'number' ? 'number' : typeof usual === 'boolean' ? 'boolean' : 'string';
  return keyOf(name, description, { kind: 'value', type, usual }, `${type}, usually ${usual}`);
}

function wordsShape(usual: readonly string[]): ConfigShape {
  const anyWords: ConfigShape = { kind: 'list', items: { kind: 'value', type: 'string' } };
  const words = usual.map((name) => ({ name, detail: '', description: 'One of the usual words.' }));
  const known: ConfigShape = { kind: 'list', items: { kind: 'choice', words, others: '' } };
  const values: { readonly [K in (typeof wordKeys)[number]]: readonly [string, ConfigShape] } = {
    add: ['Words beside the usual ones.', anyWords],
    remove: ['Usual words that do not count.', known],
  };
  return either({ kind: 'map', keys: wordKeys.map((key) => keyOf(key, ...values[key])) }, anyWords);
}

/** So many of the usual words are named. */
const namedWords = 5;

function usualWords(usual: readonly string[]): string {
  if (usual.length === 0) return 'words, usually none';
  const more = usual.length > namedWords ? ' …' : '';
  return `words, usually ${usual.slice(0, namedWords).join(', ')}${more}`;
}
