import { isData, type KeysAre, keysAt, keysBelow } from '#core/openapi/data-key.ts';
import { isExtension } from '#core/openapi/place.ts';
import type { Located } from '#core/text/span.ts';
import type { TreeSection } from '#core/tree/section.ts';
import { entriesOf, itemsOf, type TreeNode } from '#core/tree/tree.ts';

/**
 * The texts of a section, beside its `$ref`s, that name a file: `externalValue` of examples, `operationRef` of links, and targets of
 * discriminator mappings (OpenAPI 3.1 §4.8.19, §4.8.20, §4.8.25). The very same list as long as it is the same section.
 */
export function externalTexts(section: TreeSection): readonly Located<string>[] {
  const known = textsOf.get(section);
  if (known !== undefined) return known;
  const texts: Located<string>[] = [];
  const mayName = section.tree !== undefined && words.some((word) => section.text.includes(word));
  if (mayName && section.tree !== undefined) collect(section.tree, keysAt(section.pointer), texts);
  textsOf.set(section, texts);
  return texts;
}

const textsOf = new WeakMap<TreeSection, readonly Located<string>[]>();

const words = ['externalValue', 'operationRef', 'mapping'];

function collect(node: TreeNode, keysAre: KeysAre, texts: Located<string>[]): void {
  for (const item of itemsOf(node)) collect(item, 'words', texts);
  for (const { key, value, merged } of entriesOf(node)) {
    // What an alias stands for is met where it is written.
    const isElsewhere = merged === true || value === undefined || value.span.start < key.span.end;
    if (isElsewhere || isData(key.value, value, keysAre)) continue;
    if (keysAre === 'words') {
      if (isExtension(key.value)) continue;
      if (key.value === 'discriminator') collectMapping(value, texts);
      else if (key.value === 'externalValue' || key.value === 'operationRef') addFile(value, texts);
    }
    collect(value, keysBelow(key.value, keysAre), texts);
  }
}

function collectMapping(discriminator: TreeNode, texts: Located<string>[]): void {
  const mapping = entriesOf(discriminator).find(({ key }) => key.value === 'mapping')?.value;
  for (const { value } of entriesOf(mapping)) if (isFile(value)) addFile(value, texts);
}

/** A mapping may also name a schema of the same description. */
function isFile(node: TreeNode | undefined): boolean {
  return node?.kind === 'scalar' && typeof node.value === 'string' && /\/|\.(?:ya?ml|json)(?:#|$)/.test(node.value);
}

function addFile(node: TreeNode | undefined, texts: Located<string>[]): void {
  if (node?.kind !== 'scalar' || typeof node.value !== 'string') return;
  if (node.value !== '' && !node.value.startsWith('#')) texts.push({ value: node.value, span: node.span });
}
