import { applyEdits, modify } from 'jsonc-parser';
import { languages } from '#core/languages.ts';
import type { Rulebook } from '#core/rulebook.ts';

const preset = ['contributes', 'configuration', 'properties', 'plumbline.preset'];

const languageIds = languages.flatMap(({ files }) => files.editorLanguages);

/** package.json with the presets in the setting `plumbline.preset`, and the languages that are reviewed; all else stays as it is, and so does a manifest without that. */
export function manifestText(text: string, rulebook: Rulebook): string {
  return withPresets(withLanguages(text), rulebook);
}

/** In what wakes the extension, and in what commands want of an editor. */
function withLanguages(text: string): string {
  const events = languageIds.map((id) => `"onLanguage:${id}",\n    `).join('');
  return text
    .replace(/(?:"onLanguage:\w+",\s*)+/, () => events)
    .replace(/editorLangId =~ \/\^\([\w|]+\)\$\//g, () => `editorLangId =~ /^(${languageIds.join('|')})$/`);
}

function withPresets(text: string, { presets }: Rulebook): string {
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
