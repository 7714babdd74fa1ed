import { type FileSymbol, fileSymbol, type SymbolParts } from '#core/ask/file-symbol.ts';
import { findWritten, type WrittenEntry, writtenEntries } from '#core/ask/written-entry.ts';
import { targetName } from '#core/openapi/reference/target-name.ts';
import { findBoolean, findString, findValue, isEmptyValue, itemsOf, type TreeNode } from '#core/tree/tree.ts';

/** A schema with its properties: those of inline parts and items, too. */
export function schemaSymbol(
  { name, nameSpan, span, node }: WrittenEntry,
  kind: 'schema' | 'property',
  isSought: boolean,
): FileSymbol {
  const parts: SymbolParts = {
    kind: kind === 'schema' && itemsOf(findValue(node, 'enum')).length > 0 ? 'enum' : kind,
    ...{ name, nameSpan, span, isSought },
    detail: () => typeText(node),
    isDeprecated: isDeprecated(node),
  };
  return fileSymbol(parts, () => propertySymbols(node));
}

/** What a value is, in a word: `string (date-time)`, `Order[]`, `→ Order`; empty where that is not said. */
export function typeText(node: TreeNode | undefined): string {
  const target = referenceText(node);
  if (target !== undefined) return `→ ${target}`;
  const types = typesOf(node);
  const format = findString(node, 'format')?.value;
  if (types.length === 1 && types[0] === 'array') return `${itemText(findValue(node, 'items'))}[]`;
  if (types.length > 0) return types.join(' | ') + (format === undefined ? '' : ` (${format})`);
  return ['allOf', 'oneOf', 'anyOf'].find((key) => findValue(node, key) !== undefined) ?? '';
}

/** What a `$ref` leads to, as it is called; undefined where there is none. */
export function referenceText(node: TreeNode | undefined): string | undefined {
  const target = findString(node, '$ref')?.value;
  return target === undefined ? undefined : targetName(target);
}

/** True where `deprecated: true` is written. */
export function isDeprecated(node: TreeNode | undefined): boolean {
  return findBoolean(node, 'deprecated')?.value === true;
}

function itemText(items: TreeNode | undefined): string {
  const text = referenceText(items) ?? typeText(items);
  return text.includes(' ') ? `(${text})` : text;
}

function typesOf(node: TreeNode | undefined): readonly string[] {
  const type = findValue(node, 'type');
  const all = type?.kind === 'list' ? type.items : type === undefined ? [] : [type];
  return all.flatMap((each) => (each.kind === 'scalar' && typeof each.value === 'string' ? [each.value] : []));
}

/** The keys under which a schema says what it is made of. */
const compositions = ['allOf', 'oneOf', 'anyOf'];

function propertySymbols(node: TreeNode | undefined): readonly FileSymbol[] {
  const holders = [node, itemsNode(node), ...partsOf(node)];
  const all = holders.flatMap((holder) => writtenEntries(findWritten(holder, 'properties')?.node));
  const known = all.filter(({ name, node: value }) => !(name === '$ref' && value?.kind === 'scalar'));
  return known.sort((a, b) => a.span.start - b.span.start).map((entry) => schemaSymbol(entry, 'property', false));
}

function itemsNode(node: TreeNode | undefined): TreeNode | undefined {
  const items = findWritten(node, 'items')?.node;
  return items === undefined || isEmptyValue(items) ? undefined : items;
}

function partsOf(node: TreeNode | undefined): readonly TreeNode[] {
  return compositions.flatMap((key) => {
    const list = findWritten(node, key)?.node;
    return itemsOf(list).filter((part) => list !== undefined && part.span.start >= list.span.start);
  });
}
