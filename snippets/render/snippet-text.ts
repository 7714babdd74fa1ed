import { type ResourceNames, replacePlaceholders } from '#snippets/placeholders.ts';

/** The forms of a name by what they are derived from; the first one that is used is typed, the others follow it. */
const groups: readonly (readonly (keyof ResourceNames)[])[] = [
  ['collection', 'plural', 'pluralVariable', 'pluralWords'],
  ['singular', 'variable', 'words'],
];

const transforms: Partial<Record<keyof ResourceNames, string>> = {
  plural: 'pascalcase',
  singular: 'pascalcase',
  variable: 'camelcase',
  pluralVariable: 'camelcase',
  words: 'downcase',
  pluralWords: 'downcase',
};

/**
 * Lines with placeholders as the body of a snippet: the first use of a name is a tab stop with its default, all others
 * follow what is typed there, in their own casing.
 */
export function snippetBody(lines: readonly string[], names: ResourceNames): readonly string[] {
  const used = new Set<keyof ResourceNames>();
  const escaped = lines.map((line) => line.replace(/[\\$]/g, '\\$&'));
  for (const line of escaped) {
    replacePlaceholders(line, (form) => {
      used.add(form);
      return '';
    });
  }
  const stops = groups.flatMap((forms) => forms.find((form) => used.has(form)) ?? []);
  const opened = new Set<number>();
  return escaped.map((line) => replacePlaceholders(line, (form) => tabStop(form, stops, opened, names)));
}

function tabStop(
  form: keyof ResourceNames,
  stops: readonly (keyof ResourceNames)[],
  opened: Set<number>,
  names: ResourceNames,
): string {
  const group = groups.find((forms) => forms.includes(form));
  const index = stops.findIndex((stop) => group?.includes(stop));
  const number = index + 1;
  if (stops[index] !== form) return `\${${number}/(.*)/\${1:/${transforms[form] ?? 'downcase'}}/}`;
  if (opened.has(number)) return `$${number}`;
  opened.add(number);
  return `\${${number}:${names[form]}}`;
}
