import type { LintOptions } from '#core/prisma/lint/lint-counterpart.ts';
import { isLintProgram } from '#core/prisma/lint/lint-file.ts';
import { cutDocument } from '#core/tree/cut/cut-document.ts';
import { isList, isMap } from '#core/tree/equal-values.ts';
import { noOutline } from '#core/tree/outline.ts';
import { type PlainValue, toPlainValue } from '#core/tree/tree.ts';

/** A rule as a configuration of prisma-lint sets it. */
export interface LintSetting {
  readonly name: string;
  /** `error` or `off`; other words are as they are written. */
  readonly level: string;
  readonly options: LintOptions;
}

/**
 * The rules that a configuration sets. It is read as JSON or YAML and never run: of a program nothing is known. Undefined for a
 * `package.json` without one.
 */
export function readLintFile(uri: string, text: string): readonly LintSetting[] | undefined {
  if (isLintProgram(uri)) return [];
  const isManifest = uri.endsWith('/package.json');
  if (isManifest && !text.includes('"prismalint"')) return undefined;
  const isJson = uri.endsWith('.json');
  const document = cutDocument({ uri, text, language: isJson ? 'json' : 'yaml', outline: noOutline });
  const whole = toPlainValue(document.sections.find(({ pointer }) => pointer.length === 0)?.tree);
  const config = isManifest && isMap(whole) ? whole['prismalint'] : whole;
  if (isManifest && config === undefined) return undefined;
  const rules = isMap(config) ? config['rules'] : undefined;
  return isMap(rules) ? Object.entries(rules).flatMap(([name, value]) => settingOf(name, value)) : [];
}

/** A level, or a list of a level and options. */
function settingOf(name: string, value: PlainValue): readonly LintSetting[] {
  const [level, options] = isList(value) ? value : [value];
  return typeof level === 'string' ? [{ name, level, options: isMap(options) ? options : {} }] : [];
}
