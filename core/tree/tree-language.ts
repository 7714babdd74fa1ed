import type { TreeLanguage } from '#core/tree/section.ts';

/** The language of a file by its extension; undefined for anything but `.json`, `.jsonc`, `.yaml` and `.yml`. */
export function treeLanguageOf(uri: string): TreeLanguage | undefined {
  const extension = /\.(json|jsonc|yaml|yml)$/i.exec(uri.replace(/[?#].*$/s, ''))?.[1]?.toLowerCase();
  if (extension === undefined) return undefined;
  return extension.startsWith('json') ? 'json' : 'yaml';
}
