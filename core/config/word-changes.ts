import type { OptionValue, WordChanges } from '#core/rule-setting.ts';

/** True where an option is not given anew, but changed. */
export function isWordChanges(value: OptionValue | WordChanges): value is WordChanges {
  return typeof value === 'object' && 'add' in value;
}

/** The words without those removed, then those added that are not among them. */
export function changedWords(words: readonly string[], { add, remove }: WordChanges): readonly string[] {
  const kept = words.filter((word) => !remove.includes(word));
  return [...new Set([...kept, ...add])];
}
