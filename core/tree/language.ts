import { findRootBrace } from '#core/tree/cut-json.ts';
import { skipJsonTrivia, skipJsonValue } from '#core/tree/json-scan.ts';
import type { TreeLanguage } from '#core/tree/section.ts';
import { findYamlContent } from '#core/tree/yaml-keys.ts';

/** The language of a file by its extension; undefined for anything but `.json`, `.jsonc`, `.yaml` and `.yml`. */
export function treeLanguageOf(uri: string): TreeLanguage | undefined {
  const extension = /\.(json|jsonc|yaml|yml)$/i.exec(uri.replace(/[?#].*$/, ''))?.[1]?.toLowerCase();
  if (extension === undefined) return undefined;
  return extension.startsWith('json') ? 'json' : 'yaml';
}

/** True when a YAML or JSON text has `openapi` or `swagger` at its root. Looks at lines and brackets only. */
export function isDescriptionText(text: string): boolean {
  const open = findRootBrace(text);
  return open === undefined ? hasBlockMarker(text) : hasFlowMarker(text, open);
}

/** What stands at the indentation of the root, in a block map, is a key of the root. */
function hasBlockMarker(text: string): boolean {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const indent = findYamlContent(text, start, text.length)?.indent;
  if (indent === undefined) return false;
  return new RegExp(`^\\uFEFF? {${indent}}(["']?)(?:openapi|swagger)\\1[ \\t]*:(?=\\s|$)`, 'm').test(text);
}

function hasFlowMarker(text: string, open: number): boolean {
  const key = /(?:"([^"\r\n]*)"|'([^'\r\n]*)'|([\w-]+))\s*:/y;
  for (let offset = open + 1; ; offset++) {
    key.lastIndex = skipJsonTrivia(text, offset);
    const found = key.exec(text);
    if (found === null) return false;
    const name = found[1] ?? found[2] ?? found[3];
    if (name === 'openapi' || name === 'swagger') return true;
    const end = skipJsonValue(text, skipJsonTrivia(text, key.lastIndex));
    if (end === undefined) return false;
    offset = skipJsonTrivia(text, end);
    if (text.charCodeAt(offset) !== 44) return false;
  }
}
