import type { Preset } from '#core/rulebook.ts';

/** The presets a `plumbline.yaml` can name: severities and options as data. */
export const presets: readonly Preset[] = [
  {
    name: 'recommended',
    description: 'The rules that are right nearly always, each at its own severity.',
    base: 'recommended',
    rules: {},
  },
  { name: 'strict', description: 'Every rule, each at its own severity.', base: 'all', rules: {} },
];
