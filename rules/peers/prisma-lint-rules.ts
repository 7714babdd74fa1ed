import type { LintCounterpart, LintOptions } from '#core/prisma/lint/lint-counterpart.ts';
import type { OptionValue } from '#core/rule-setting.ts';
import { isList } from '#core/tree/equal-values.ts';

/** What is said of a rule of prisma-lint: ours that look at the same thing, or why there are none. */
export const prismaLintRules: { readonly [name: string]: LintCounterpart | string } = {
  'ban-unbounded-string-type': { rules: ['prisma/string-length-policy'], read: () => ({ policy: 'bounded' }) },
  'enum-name-pascal-case': { rules: ['prisma/enum-name-casing-consistent'], read: casing('PascalCase') },
  'enum-value-case': { rules: ['prisma/enum-value-casing-consistent'], read: allowed },
  'enum-value-snake-case': { rules: ['prisma/enum-value-casing-consistent'], read: allowed },
  'field-name-camel-case': { rules: ['prisma/field-casing-consistent'], read: casing('camelCase') },
  'field-name-grammatical-number': { rules: ['prisma/list-name-plural'], read: allowed },
  'field-name-mapping-snake-case': { rules: ['prisma/column-name-mapped'], read: () => ({}) },
  'field-order': 'In which order fields stand is for each team to say.',
  'forbid-field': 'Which names of fields are forbidden is for each team to say.',
  'forbid-required-ignored-field': { rules: ['prisma/ignored-field-writable'] },
  'list-field-name-grammatical-number': { rules: ['prisma/list-name-plural'], read: allowed },
  'model-name-grammatical-number': { rules: ['prisma/model-number-consistent'], read: allowed },
  'model-name-mapping-snake-case': { rules: ['prisma/table-name-mapped'], read: () => ({}) },
  'model-name-pascal-case': { rules: ['prisma/model-casing-consistent'], read: casing('PascalCase') },
  'model-name-prefix': 'What names of models begin with is for each team to say.',
  'require-default-empty-arrays': { rules: ['prisma/list-defaulted'] },
  'require-field': {
    rules: ['prisma/timestamps-present'],
    read: (options) => (namesIn(options['require']).some(isRowTime) ? {} : undefined),
  },
  'require-field-index': {
    rules: ['prisma/foreign-key-indexed'],
    read: ({ forAllRelations }) => (forAllRelations === true ? {} : undefined),
  },
  'require-field-type': { rules: ['prisma/name-fits-type'], read: () => undefined },
};

function casing(style: string): (options: LintOptions) => { readonly [name: string]: OptionValue } {
  return (options) => ({ casing: style, ...allowed(options) });
}

/** Names that stay as they are; patterns, which stand between slashes, are none. */
function allowed(options: LintOptions): { readonly [name: string]: OptionValue } {
  const names = namesIn(options['allowList'] ?? options['allowlist']).filter((name) => !name.startsWith('/'));
  return names.length === 0 ? {} : { allowed: names };
}

function namesIn(value: LintOptions[string] | undefined): readonly string[] {
  return value !== undefined && isList(value) ? value.filter((item) => typeof item === 'string') : [];
}

function isRowTime(name: string): boolean {
  return /^(?:created|updated)_?(?:at|on)$/i.test(name);
}
