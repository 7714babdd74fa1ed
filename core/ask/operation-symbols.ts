import { type FileSymbol, fileSymbol } from '#core/ask/file-symbol.ts';
import { isDeprecated, referenceText, typeText } from '#core/ask/schema-symbols.ts';
import { findWritten, type WrittenEntry, writtenEntries, writtenItems } from '#core/ask/written-entry.ts';
import { isExtension } from '#core/openapi/place.ts';
import { readProse } from '#core/openapi/read/read-prose.ts';
import { methods } from '#core/openapi/spec/methods.ts';
import type { TreeSection } from '#core/tree/section.ts';
import { findString, findValue, type ProseKey, type TreeNode } from '#core/tree/tree.ts';

/** A path, webhook or expression of a callback, with its parameters and operations. */
export function pathItemSymbol(
  section: TreeSection,
  entry: WrittenEntry,
  kind: 'path' | 'webhook' | 'callback',
  path = entry.name,
): FileSymbol {
  const { nameSpan, span, node } = entry;
  return fileSymbol({ kind, name: path, nameSpan, span, detail: arrowText(node) }, () =>
    writtenEntries(node).flatMap((each) => {
      if (each.name === 'parameters') return parameterSymbols(each.node);
      if (each.name === 'additionalOperations') return operations(section, writtenEntries(each.node), path);
      return methods.has(each.name) ? operations(section, [each], path) : [];
    }),
  );
}

/** `GET /users`, with its operationId or summary. */
export function operationSymbol(
  section: TreeSection,
  entry: WrittenEntry,
  path: string,
  method = entry.name,
): FileSymbol {
  const { nameSpan, span, node } = entry;
  const operationId = findString(node, 'operationId')?.value;
  return fileSymbol(
    {
      kind: 'operation',
      name: `${method.toUpperCase()} ${path}`.trim(),
      detail: () => operationId ?? proseOf(section, node, 'summary') ?? arrowText(node),
      ...{ nameSpan, span },
      isSought: true,
      alias: operationId,
      isDeprecated: isDeprecated(node),
    },
    () => writtenEntries(node).flatMap((each) => operationParts(section, each)),
  );
}

/** `→ Order` for a `$ref`. */
export function arrowText(node: TreeNode | undefined): string {
  const target = referenceText(node);
  return target === undefined ? '' : `→ ${target}`;
}

/** The parameters of a list, by their names. */
function parameterSymbols(list: TreeNode | undefined): readonly FileSymbol[] {
  return writtenItems(list, ['name', '$ref']).map(({ nameSpan, span, node, name }) => {
    const target = referenceText(node);
    return fileSymbol({
      kind: 'parameter',
      name: target ?? name,
      ...{ nameSpan, span },
      detail: target === undefined ? parameterText(node) : '$ref',
      isDeprecated: isDeprecated(node),
    });
  });
}

/** `query, integer`. */
export function parameterText(node: TreeNode | undefined): string {
  const type = typeText(findValue(node, 'schema') ?? node);
  return [findString(node, 'in')?.value ?? '', type].filter((part) => part !== '').join(', ');
}

function operations(section: TreeSection, entries: readonly WrittenEntry[], path: string): readonly FileSymbol[] {
  const maps = entries.filter(({ node }) => node === undefined || node.kind === 'map');
  return maps.map((entry) => operationSymbol(section, entry, path));
}

function operationParts(section: TreeSection, entry: WrittenEntry): readonly FileSymbol[] {
  const { name, nameSpan, span, node } = entry;
  switch (name) {
    case 'parameters':
      return parameterSymbols(node);
    case 'requestBody':
      return [fileSymbol({ kind: 'request-body', name, nameSpan, span, detail: () => bodyText(node) })];
    case 'responses':
      return named(node).map((each) => responseSymbol(section, each));
    case 'callbacks':
      return named(node).map((each) => callbackSymbol(section, each, false));
    default:
      return [];
  }
}

/** A callback with what it calls. */
export function callbackSymbol(section: TreeSection, entry: WrittenEntry, isSought: boolean): FileSymbol {
  const { name, nameSpan, span, node } = entry;
  return fileSymbol({ kind: 'callback', name, nameSpan, span, detail: arrowText(node), isSought }, () =>
    named(node).map((each) => pathItemSymbol(section, each, 'callback')),
  );
}

function responseSymbol(section: TreeSection, { name, nameSpan, span, node }: WrittenEntry): FileSymbol {
  const detail = () => proseOf(section, node, 'description') ?? arrowText(node);
  return fileSymbol({ kind: 'response', name, nameSpan, span, detail });
}

function proseOf(section: TreeSection, node: TreeNode | undefined, key: ProseKey): string | undefined {
  return node && readProse({ section, tree: node }, key)?.value;
}

/** The entries of a map, but for extensions and a `$ref` in its place. */
function named(node: TreeNode | undefined): readonly WrittenEntry[] {
  return writtenEntries(node).filter(({ name }) => name !== '$ref' && !isExtension(name));
}

/** The media types of a body. */
function bodyText(node: TreeNode | undefined): string {
  const types = writtenEntries(findWritten(node, 'content')?.node).map(({ name }) => name);
  return types.length === 0 ? arrowText(node) : types.join(', ');
}
