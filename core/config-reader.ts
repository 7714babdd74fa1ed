import type { Config, ConfigIgnore, ConfigProblem } from '#core/config.ts';
import type { Rule, RuleOption, Severity } from '#core/rule.ts';
import type { OptionValue, Rulebook, RuleSetting } from '#core/rulebook.ts';
import { nearestName } from '#core/text/nearest-name.ts';
import type { Located, Span } from '#core/text/span.ts';
import type { TreeSection } from '#core/tree/section.ts';
import { entriesOf, findValue, itemsOf, type TreeEntry, type TreeNode, toPlainValue } from '#core/tree/tree.ts';

/** The keys `plumbline.yaml` may have at its root. */
export const configKeys = ['preset', 'rules', 'include', 'exclude', 'entries', 'ignores', 'prisma'] as const;

const severities: readonly string[] = ['off', 'info', 'warning', 'error'];

/** Reads one `plumbline.yaml` and collects its mistakes. */
export class ConfigReader {
  readonly problems: ConfigProblem[] = [];
  readonly #section: TreeSection;
  readonly #rulebook: Rulebook;

  constructor(section: TreeSection, rulebook: Rulebook) {
    this.#section = section;
    this.#rulebook = rulebook;
  }

  read(): Config {
    const { tree, uri } = this.#section;
    if (tree !== undefined && tree.kind !== 'map' && !isNull(tree)) {
      this.#report(tree.span, 'This file must be a map with keys such as “preset” and “rules”.');
    }
    this.#checkKeys(tree, configKeys);
    return {
      uri,
      folder: uri.slice(0, uri.lastIndexOf('/') + 1),
      preset: this.#preset(findValue(tree, 'preset')),
      rules: this.#rules(findValue(tree, 'rules')),
      include: this.#strings(findValue(tree, 'include'), 'include'),
      exclude: this.#strings(findValue(tree, 'exclude'), 'exclude'),
      entries: this.#strings(findValue(tree, 'entries'), 'entries'),
      ignores: this.#ignores(findValue(tree, 'ignores')),
      prisma: this.#string(findValue(tree, 'prisma'), 'prisma')?.value,
    };
  }

  #preset(node: TreeNode | undefined): string | undefined {
    const preset = this.#string(node, 'preset');
    if (preset === undefined) return undefined;
    const names = this.#rulebook.presets.map(({ name }) => name);
    if (names.includes(preset.value)) return preset.value;
    this.#report(preset.span, `There is no preset “${preset.value}”. Choose one of ${names.join(', ')}.`);
    return undefined;
  }

  #rules(node: TreeNode | undefined): ReadonlyMap<string, RuleSetting> {
    const settings = new Map<string, RuleSetting>();
    this.#mustBeMap(node, 'rules');
    for (const entry of entriesOf(node)) {
      const rule = this.#rule(entry.key);
      const setting = rule && this.#ruleSetting(entry, rule);
      if (setting !== undefined) settings.set(entry.key.value, setting);
    }
    return settings;
  }

  #rule(id: Located<string>): Rule | undefined {
    const rule = this.#rulebook.rules.find((candidate) => candidate.id === id.value);
    if (rule === undefined) this.#report(id.span, `There is no rule “${id.value}”.${this.#suggestRule(id.value)}`);
    return rule;
  }

  #ruleSetting(entry: TreeEntry, rule: Rule): RuleSetting | undefined {
    const { value } = entry;
    if (value?.kind !== 'map') {
      const severity = this.#severity(value, entry.key.span);
      return severity === undefined ? undefined : { severity };
    }
    this.#checkKeys(value, ['severity', 'options']);
    const severityNode = findValue(value, 'severity');
    const severity = severityNode && this.#severity(severityNode, severityNode.span);
    const options = this.#options(findValue(value, 'options'), rule);
    return { ...(severity === undefined ? {} : { severity }), options };
  }

  #severity(node: TreeNode | undefined, place: Span): Severity | 'off' | undefined {
    const value = node?.kind === 'scalar' ? (node.value === false ? 'off' : node.value) : undefined;
    if (value === 'off' || value === 'info' || value === 'warning' || value === 'error') return value;
    this.#report(node?.span ?? place, `A severity must be one of ${severities.join(', ')}.`);
    return undefined;
  }

  #options(node: TreeNode | undefined, rule: Rule): { readonly [name: string]: OptionValue } {
    const known = rule.options ?? {};
    this.#mustBeMap(node, 'options');
    const values: [string, OptionValue][] = [];
    for (const { key, value } of entriesOf(node)) {
      const option = known[key.value];
      if (option === undefined) {
        const names = Object.keys(known);
        const remedy = names.length === 0 ? 'It takes none.' : `It takes ${names.join(', ')}.`;
        this.#report(key.span, `The rule ${rule.id} has no option “${key.value}”. ${remedy}`);
        continue;
      }
      const read = this.#optionValue(value, option);
      if (read === undefined) this.#report(value?.span ?? key.span, `“${key.value}” must be ${typeName(option)}.`);
      else values.push([key.value, read]);
    }
    return Object.fromEntries(values);
  }

  #optionValue(node: TreeNode | undefined, option: RuleOption): OptionValue | undefined {
    const value = toPlainValue(node);
    if (typeof option.default !== 'object') {
      return typeof value === typeof option.default && typeof value !== 'object' ? value : undefined;
    }
    const items = itemsOf(node).map((item) => (item.kind === 'scalar' ? item.value : null));
    const strings = items.filter((item) => typeof item === 'string');
    return node?.kind === 'list' && strings.length === items.length ? strings : undefined;
  }

  #ignores(node: TreeNode | undefined): readonly ConfigIgnore[] {
    if (node !== undefined && !isNull(node) && node.kind !== 'list')
      this.#report(node.span, '“ignores” must be a list.');
    return itemsOf(node).flatMap((item) => {
      this.#checkKeys(item, ['files', 'rules', 'reason']);
      const files = this.#strings(findValue(item, 'files'), 'files');
      const rules = this.#strings(findValue(item, 'rules'), 'rules');
      const reason = this.#string(findValue(item, 'reason'), 'reason')?.value.trim() ?? '';
      for (const id of itemsOf(findValue(item, 'rules'))) this.#checkIgnoredRule(id);
      if (files.length === 0) this.#report(item.span, 'An ignore needs “files”: a list of globs.');
      if (reason === '') this.#report(item.span, 'An ignore needs a “reason”.');
      return files.length === 0 || reason === '' ? [] : [{ files, rules, reason }];
    });
  }

  #checkIgnoredRule(node: TreeNode): void {
    if (node.kind !== 'scalar' || typeof node.value !== 'string') return;
    if (!node.value.startsWith('plumbline/')) this.#rule({ value: node.value, span: node.span });
  }

  #strings(node: TreeNode | undefined, name: string): readonly string[] {
    if (node === undefined || isNull(node)) return [];
    const items = node.kind === 'list' ? node.items : [node];
    return items.flatMap((item) => {
      if (item.kind === 'scalar' && typeof item.value === 'string') return [item.value];
      this.#report(item.span, `“${name}” must be a list of strings.`);
      return [];
    });
  }

  #string(node: TreeNode | undefined, name: string): Located<string> | undefined {
    if (node === undefined || isNull(node)) return undefined;
    if (node.kind === 'scalar' && typeof node.value === 'string') return { value: node.value, span: node.span };
    this.#report(node.span, `“${name}” must be a string.`);
    return undefined;
  }

  #mustBeMap(node: TreeNode | undefined, name: string): void {
    if (node !== undefined && node.kind !== 'map' && !isNull(node)) this.#report(node.span, `“${name}” must be a map.`);
  }

  #checkKeys(node: TreeNode | undefined, known: readonly string[]): void {
    for (const { key } of entriesOf(node)) {
      if (known.includes(key.value)) continue;
      const near = nearestName(key.value, known);
      const remedy = near === undefined ? `Known keys: ${known.join(', ')}.` : `Did you mean “${near}”?`;
      this.#report(key.span, `Unknown key “${key.value}”. ${remedy}`);
    }
  }

  #suggestRule(id: string): string {
    const ids = this.#rulebook.rules.map((rule) => rule.id);
    const near = nearestName(id, ids) ?? ids.find((candidate) => candidate.endsWith(`/${id}`));
    return near === undefined ? '' : ` Did you mean “${near}”?`;
  }

  #report(span: Span, message: string): void {
    this.problems.push({ section: this.#section, span, message });
  }
}

function isNull(node: TreeNode): boolean {
  return node.kind === 'scalar' && node.value === null;
}

function typeName(option: RuleOption): string {
  return typeof option.default === 'object' ? 'a list of strings' : `a ${typeof option.default}`;
}
