import { type ConfigMistakes, keyName, type WrittenName } from '#core/config/config-mistakes.ts';
import { wordKeys } from '#core/config/config-names.ts';
import type { Rule, RuleOption } from '#core/rule.ts';
import type { OptionValue, WordChanges } from '#core/rule-setting.ts';
import { nearestName } from '#core/text/nearest-name.ts';
import { entriesOf, findEntry, itemsOf, type TreeEntry, type TreeNode, toPlainValue } from '#core/tree/tree.ts';

/** Reads the options of rules, those of a list of words given anew or changed. */
export class OptionReader {
  readonly #mistakes: ConfigMistakes;

  constructor(mistakes: ConfigMistakes) {
    this.#mistakes = mistakes;
  }

  /** Undefined for an option the rule does not take, or another type than it has. `above` leads to the entry's map. */
  read({ key, value }: TreeEntry, rule: Rule, above: readonly string[]): OptionValue | WordChanges | undefined {
    const option = optionOf(rule, key.value);
    const pointer = [...above, key.value];
    if (option === undefined) {
      this.#reportUnknown(keyName(key, above), rule);
      return undefined;
    }
    const name = `“${key.value}” of ${rule.id}`;
    const isWords = typeof option.default === 'object';
    const read = isWords && value?.kind === 'map' ? this.#changes(value, name, pointer) : optionValue(value, option);
    if (read === undefined) this.#mistakes.report(value?.span ?? key.span, `${name} must be ${typeName(option)}.`);
    return read;
  }

  #reportUnknown(name: WrittenName, rule: Rule): void {
    const names = Object.keys(rule.options ?? {});
    const otherwise = names.length === 0 ? 'It takes none.' : `It takes ${names.join(', ')}.`;
    const fault = `The rule ${rule.id} has no option “${name.value}”.`;
    this.#mistakes.reportName(name, fault, nearestName(name.value, names), otherwise);
  }

  /** Undefined where a part is no list of strings. */
  #changes(node: TreeNode, name: string, pointer: readonly string[]): WordChanges | undefined {
    for (const { key } of entriesOf(node)) {
      if (wordKeys.some((known) => known === key.value)) continue;
      const written = keyName(key, pointer);
      const meant = nearestName(key.value, wordKeys);
      this.#mistakes.reportName(written, `Unknown key “${key.value}” in ${name}.`, meant, 'Known keys: add, remove.');
    }
    const [add, remove] = wordKeys.map((key) => {
      const entry = findEntry(node, key);
      return entry?.value === undefined ? [] : strings(entry.value);
    });
    return add === undefined || remove === undefined ? undefined : { add, remove };
  }
}

/** The option of a rule with this name. */
export function optionOf({ options = {} }: Rule, name: string): RuleOption | undefined {
  return Object.hasOwn(options, name) ? options[name] : undefined;
}

function optionValue(node: TreeNode | undefined, option: RuleOption): OptionValue | undefined {
  if (typeof option.default === 'object') return strings(node);
  const value = toPlainValue(node);
  return typeof value === typeof option.default && typeof value !== 'object' ? value : undefined;
}

function strings(node: TreeNode | undefined): readonly string[] | undefined {
  if (node?.kind !== 'list') return undefined;
  const items = itemsOf(node).flatMap((item) =>
    item.kind === 'scalar' && typeof item.value === 'string' ? [item.value] : [],
  );
  return items.length === node.items.length ? items : undefined;
}

function typeName(option: RuleOption): string {
  return typeof option.default === 'object'
    ? 'a list of strings, or a map with lists of those to “add” and “remove”'
    : `a ${typeof option.default}`;
}
