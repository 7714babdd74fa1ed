import type { Config, ConfigIgnore, ConfigProblem } from '#core/config/config.ts';
import { ConfigMistakes, keyName } from '#core/config/config-mistakes.ts';
import {
  configKeys,
  ignoreKeys,
  isSeverityName,
  mappingKeys,
  meantRule,
  meantSeverity,
  ruleKeys,
  severityNames,
} from '#core/config/config-names.ts';
import { OptionReader, optionOf } from '#core/config/config-options.ts';
import { readMapping } from '#core/config/mapping-reader.ts';
import { groupOf, ruleGroups } from '#core/config/rule-groups.ts';
import type { SchemaMapping } from '#core/config/schema-mapping.ts';
import { deepestGroup, longestGlob, parseGlob } from '#core/glob/parse-glob.ts';
import type { Rule, Severity } from '#core/rule.ts';
import type { RuleSetting } from '#core/rule-setting.ts';
import type { Rulebook } from '#core/rulebook.ts';
import { nearestName } from '#core/text/nearest-name.ts';
import { quoted } from '#core/text/quoted.ts';
import type { Located, Span } from '#core/text/span.ts';
import type { TreeSection } from '#core/tree/section.ts';
import {
  entriesOf,
  findEntry,
  findValue,
  isEmptyValue,
  itemsOf,
  type TreeEntry,
  type TreeNode,
} from '#core/tree/tree.ts';

type Pointer = readonly string[];

/** Reads one `plumbline.yaml` and collects its mistakes. */
export class ConfigReader {
  readonly #section: TreeSection;
  readonly #rulebook: Rulebook;
  readonly #mistakes: ConfigMistakes;
  readonly #options: OptionReader;
  readonly #groups: readonly string[];

  constructor(section: TreeSection, rulebook: Rulebook) {
    this.#section = section;
    this.#rulebook = rulebook;
    this.#mistakes = new ConfigMistakes(section);
    this.#options = new OptionReader(this.#mistakes);
    this.#groups = ruleGroups(rulebook.rules);
  }

  get problems(): readonly ConfigProblem[] {
    return this.#mistakes.problems;
  }

  read(): Config {
    const { tree, uri } = this.#section;
    if (tree !== undefined && tree.kind !== 'map' && !isEmptyValue(tree)) {
      this.#mistakes.report(tree.span, 'This file must be a map with keys such as “preset” and “rules”.');
    }
    this.#checkKeys(tree, configKeys, '', []);
    return {
      uri,
      folder: uri.slice(0, uri.lastIndexOf('/') + 1),
      preset: this.#preset(findValue(tree, 'preset')),
      rules: this.#rules(findValue(tree, 'rules')),
      include: this.#globs(findValue(tree, 'include'), 'include'),
      exclude: this.#globs(findValue(tree, 'exclude'), 'exclude'),
      entries: this.#globs(findValue(tree, 'entries'), 'entries'),
      ignores: this.#ignores(findValue(tree, 'ignores')),
      prisma: this.#string(findValue(tree, 'prisma'), 'prisma')?.value,
      mapping: this.#mapping(findValue(tree, 'mapping')),
    };
  }

  #preset(node: TreeNode | undefined): string | undefined {
    const preset = this.#string(node, 'preset');
    if (preset === undefined) return undefined;
    const names = this.#rulebook.presets.map(({ name }) => name);
    if (names.includes(preset.value)) return preset.value;
    const fault = `There is no preset “${preset.value}”.`;
    const meant = nearestName(preset.value, names);
    this.#mistakes.reportName(
      { ...preset, as: 'value', pointer: ['preset'] },
      fault,
      meant,
      `Choose one of ${names.join(', ')}.`,
    );
    return undefined;
  }

  /** What is said of a group is said of each of its rules, wherever it stands; what is said of a rule itself goes before. */
  #rules(node: TreeNode | undefined): ReadonlyMap<string, RuleSetting> {
    this.#mustBeMap(node, 'rules', 'rule ids to severities or options');
    const groups = new Map<string, RuleSetting>();
    const single = new Map<string, RuleSetting>();
    for (const entry of entriesOf(node)) {
      const { value: id } = entry.key;
      const isGroup = this.#groups.includes(id);
      const rule = isGroup ? undefined : this.#rule(entry.key, 'key', ['rules', id]);
      const setting = isGroup ? this.#groupSetting(entry) : rule && this.#ruleSetting(entry, rule);
      if (setting !== undefined) (isGroup ? groups : single).set(id, setting);
    }
    const settings = this.#rulebook.rules.flatMap(({ id }): [string, RuleSetting][] => {
      const setting = { ...groups.get(groupOf(id)), ...single.get(id) };
      return Object.keys(setting).length === 0 ? [] : [[id, setting]];
    });
    return new Map(settings);
  }

  #rule(id: Located<string>, as: 'key' | 'value', pointer: Pointer): Rule | undefined {
    const { rules } = this.#rulebook;
    const rule = rules.find((candidate) => candidate.id === id.value);
    if (rule === undefined) {
      const known = [...this.#groups, ...rules.map((each) => each.id)];
      const remedy = `Rules are named as in ${rules[0]?.id ?? 'the list of rules'}.`;
      const fault = `There is no rule “${id.value}”.`;
      this.#mistakes.reportName(
        { value: id.value, span: id.span, as, pointer },
        fault,
        meantRule(id.value, known),
        remedy,
      );
    }
    return rule;
  }

  #groupSetting({ key, value }: TreeEntry): RuleSetting | undefined {
    const { value: id } = key;
    if (value?.kind !== 'map') return this.#onlySeverity(value, key);
    for (const entry of value.entries) {
      if (entry.key.value === 'severity') continue;
      this.#mistakes.report(
        entry.key.span,
        `“${id}” is a group of rules, which takes a severity only. Give “${entry.key.value}” to single rules.`,
      );
    }
    return this.#severityIn(value, id);
  }

  #ruleSetting({ key, value }: TreeEntry, rule: Rule): RuleSetting | undefined {
    if (value?.kind !== 'map') return this.#onlySeverity(value, key);
    const pointer = ['rules', rule.id];
    const names = Object.keys(rule.options ?? {});
    const own = value.entries.filter((entry) => optionOf(rule, entry.key.value) !== undefined);
    this.#checkKeys(value, [...ruleKeys, ...names], ` of ${rule.id}`, pointer);
    const inner = findValue(value, 'options');
    this.#mustBeMap(inner, 'options', 'options to their values');
    const options = Object.fromEntries([
      ...this.#optionsIn(own, rule, pointer),
      ...this.#optionsIn(entriesOf(inner), rule, [...pointer, 'options']),
    ]);
    return { ...this.#severityIn(value, rule.id), options };
  }

  #optionsIn(entries: readonly TreeEntry[], rule: Rule, pointer: Pointer) {
    return entries.flatMap((entry) => {
      const read = this.#options.read(entry, rule, pointer);
      return read === undefined ? [] : [[entry.key.value, read] as const];
    });
  }

  #onlySeverity(node: TreeNode | undefined, key: Located<string>): RuleSetting | undefined {
    const severity = this.#severity(node, key.span, key.value, ['rules', key.value]);
    return severity === undefined ? undefined : { severity };
  }

  #severityIn(node: TreeNode, id: string): RuleSetting {
    const entry = findEntry(node, 'severity');
    const severity = entry && this.#severity(entry.value, entry.key.span, id, ['rules', id, 'severity']);
    return severity === undefined ? {} : { severity };
  }

  #severity(node: TreeNode | undefined, place: Span, id: string, pointer: Pointer): Severity | 'off' | undefined {
    const value = node?.kind === 'scalar' ? (node.value === false ? 'off' : node.value) : undefined;
    if (isSeverityName(value)) return value;
    const remedy = `Write one of ${severityNames.join(', ')}.`;
    if (node === undefined || isEmptyValue(node)) {
      this.#mistakes.report(node?.span ?? place, `The severity of ${id} is missing. ${remedy}`);
    } else if (typeof value === 'string') {
      const name = { value, span: node.span, as: 'value', pointer } as const;
      this.#mistakes.reportName(name, `“${value}” is no severity for ${id}.`, meantSeverity(value), remedy);
    } else {
      this.#mistakes.report(node.span, `The severity of ${id} cannot be ${shownKind(node)}. ${remedy}`);
    }
    return undefined;
  }

  #ignores(node: TreeNode | undefined): readonly ConfigIgnore[] {
    if (node !== undefined && !isEmptyValue(node) && node.kind !== 'list')
      this.#mistakes.report(node.span, '“ignores” must be a list of maps with “files”, “rules” and “reason”.');
    return itemsOf(node).flatMap((item, index) => {
      const pointer = ['ignores', String(index)];
      this.#checkKeys(item, ignoreKeys, ' of an ignore', pointer);
      const files = this.#globs(findValue(item, 'files'), 'files');
      const named = this.#strings(findValue(item, 'rules'), 'rules');
      const reason = this.#string(findValue(item, 'reason'), 'reason')?.value.trim() ?? '';
      this.#checkIgnoredRules(findValue(item, 'rules'), [...pointer, 'rules']);
      if (files.length === 0)
        this.#mistakes.report(item.span, 'An entry of “ignores” needs “files”, a list of globs such as "legacy/**".');
      if (reason === '')
        this.#mistakes.report(
          item.span,
          'An entry of “ignores” needs a “reason”; write why nobody mends what it leaves out.',
        );
      const rules = named.flatMap((id) => this.#rulesNamed(id));
      return files.length === 0 || reason === '' ? [] : [{ files, rules, reason }];
    });
  }

  /** The rule, or those of a group. */
  #rulesNamed(id: string): readonly string[] {
    if (!this.#groups.includes(id)) return [id];
    return this.#rulebook.rules.map((rule) => rule.id).filter((ruleId) => groupOf(ruleId) === id);
  }

  #checkIgnoredRules(node: TreeNode | undefined, pointer: Pointer): void {
    const items: readonly [TreeNode, Pointer][] =
      node?.kind === 'list' ? node.items.map((item, index) => [item, [...pointer, String(index)]]) : [];
    const single: readonly [TreeNode, Pointer][] = node?.kind === 'scalar' ? [[node, pointer]] : [];
    for (const [item, place] of [...items, ...single]) {
      if (item.kind !== 'scalar' || typeof item.value !== 'string') continue;
      if (item.value.startsWith('plumbline/') || this.#groups.includes(item.value)) continue;
      this.#rule({ value: item.value, span: item.span }, 'value', place);
    }
  }

  #mapping(node: TreeNode | undefined): SchemaMapping {
    this.#checkKeys(node, mappingKeys, ' of “mapping”', ['mapping']);
    return readMapping(node, this.#mistakes);
  }

  #globs(node: TreeNode | undefined, name: string): readonly string[] {
    for (const item of node?.kind === 'list' ? node.items : [node]) {
      if (item?.kind !== 'scalar' || typeof item.value !== 'string' || parseGlob(item.value) !== undefined) continue;
      const limits = `longer than ${longestGlob} characters, has groups more than ${deepestGroup} deep, or “!(…)” within “!(…)”`;
      this.#mistakes.report(
        item.span,
        `The glob ${quoted(item.value, { start: 0, end: item.value.length })} matches nothing: it is ${limits}. Write several shorter ones.`,
      );
    }
    return this.#strings(node, name);
  }

  #strings(node: TreeNode | undefined, name: string): readonly string[] {
    if (node === undefined || isEmptyValue(node)) return [];
    const items = node.kind === 'list' ? node.items : [node];
    return items.flatMap((item) => {
      if (item.kind === 'scalar' && typeof item.value === 'string') return [item.value];
      this.#mistakes.report(item.span, `“${name}” must be a list of strings: ${shownKind(item)} is none.`);
      return [];
    });
  }

  #string(node: TreeNode | undefined, name: string): Located<string> | undefined {
    if (node === undefined || isEmptyValue(node)) return undefined;
    if (node.kind === 'scalar' && typeof node.value === 'string') return { value: node.value, span: node.span };
    this.#mistakes.report(node.span, `“${name}” must be a string: ${shownKind(node)} is none.`);
    return undefined;
  }

  #mustBeMap(node: TreeNode | undefined, name: string, keys: string): void {
    if (node === undefined || node.kind === 'map' || isEmptyValue(node)) return;
    this.#mistakes.report(node.span, `“${name}” must be a map from ${keys}.`);
  }

  /** `where` follows the name of an unknown key. */
  #checkKeys(node: TreeNode | undefined, known: readonly string[], where: string, pointer: Pointer): void {
    for (const { key } of entriesOf(node)) {
      if (known.includes(key.value)) continue;
      const name = keyName(key, pointer);
      const meant = nearestName(key.value, known);
      this.#mistakes.reportName(name, `Unknown key “${key.value}”${where}.`, meant, `Known keys: ${known.join(', ')}.`);
    }
  }
}

/** A value as a message names it: “12”, or that it is a map or a list. */
function shownKind(node: TreeNode): string {
  return node.kind === 'scalar' ? `“${String(node.value)}”` : `a ${node.kind}`;
}
