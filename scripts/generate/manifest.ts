import { applyEdits, modify } from 'jsonc-parser';
import type { Rulebook } from '#core/rulebook.ts';

const preset = ['contributes', 'configuration', 'properties', 'plumbline.preset'];

/** package.json with the presets in the setting `plumbline.preset`; all else stays as it is, and so does a manifest without it. */
export function manifestText(text: string, { presets }: Rulebook): string {
  if (!text.includes('"plumbline.preset"')) return text;
  const formattingOptions = { insertSpaces: true, tabSize: 2, eol: '\n' };
  const set = (current: string, key: string, value: readonly string[]) =>
    applyEdits(current, modify(current, [...preset, key], value, { formattingOptions }));
  const withNames = set(
    text,
    'enum',
    presets.map(({ name }) => name),
  );
  return set(
    withNames,
    'enumDescriptions',
    presets.map(({ description }) => description),
  );
}
