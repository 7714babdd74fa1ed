import { type FileSymbol, fileSymbol, type OpenApiSymbolKind } from '#core/ask/file-symbol.ts';
import { arrowText, callbackSymbol, parameterText, pathItemSymbol } from '#core/ask/operation-symbols.ts';
import { isDeprecated, schemaSymbol } from '#core/ask/schema-symbols.ts';
import { type WrittenEntry, writtenEntries, writtenItems } from '#core/ask/written-entry.ts';
import { isExtension } from '#core/openapi/place.ts';
import type { TargetKind } from '#core/openapi/read/read-node.ts';
import { type Container, containerAt } from '#core/openapi/read/read-part.ts';
import type { TreeSection } from '#core/tree/section.ts';
import { findString, findValue } from '#core/tree/tree.ts';

/** The part of a description that belongs at `pointer` (keys from the root, one at least), as a symbol. */
export function partSymbol(section: TreeSection, pointer: readonly string[], entry: WrittenEntry): FileSymbol {
  const container = containerAt(pointer);
  if (container === undefined) return leafSymbol(pointer, entry);
  return groupSymbol(entry, () => containedSymbols(section, pointer, entry, container));
}

/** What stands in the container at `pointer`; for the empty one, in the description. */
export function containedSymbols(
  section: TreeSection,
  pointer: readonly string[],
  { node }: Pick<WrittenEntry, 'node'>,
  container: Container,
): readonly FileSymbol[] {
  return writtenEntries(node).map((entry) => containedSymbol(section, pointer, entry, container));
}

/** One entry of the container at `pointer`. */
export function containedSymbol(
  section: TreeSection,
  pointer: readonly string[],
  entry: WrittenEntry,
  container: Container,
): FileSymbol {
  const { name, node } = entry;
  if (container === 'parts') return partSymbol(section, [...pointer, name], entry);
  if (isExtension(name) || (name === '$ref' && node?.kind === 'scalar')) return plainSymbol(entry);
  if (container === 'paths' || container === 'webhooks') {
    return pathItemSymbol(section, entry, container === 'paths' ? 'path' : 'webhook');
  }
  return componentSymbol(section, entry, container);
}

/** A component, or anything else of its kind that stands by itself. */
export function componentSymbol(section: TreeSection, entry: WrittenEntry, kind: TargetKind): FileSymbol {
  const { name, nameSpan, span, node } = entry;
  switch (kind) {
    case 'openapi.schema':
      return schemaSymbol(entry, 'schema', true);
    case 'openapi.path-item':
      return pathItemSymbol(section, entry, 'path');
    case 'openapi.callback':
      return callbackSymbol(section, entry, true);
    default: {
      const parts = { kind: kinds[kind] ?? 'key', name, nameSpan, span, detail: detailOf(entry, kind) } as const;
      return fileSymbol({ ...parts, isSought: true, isDeprecated: isDeprecated(node) });
    }
  }
}

/** A map or list of others. */
export function groupSymbol(
  { name, nameSpan, span, node }: WrittenEntry,
  make: () => readonly FileSymbol[],
): FileSymbol {
  return fileSymbol({ kind: 'group', name, nameSpan, span, detail: arrowText(node) }, make);
}

/** What is only told by its name. */
export function plainSymbol({ name, nameSpan, span, node }: WrittenEntry): FileSymbol {
  const detail = node?.kind === 'scalar' && node.value !== null ? String(node.value) : '';
  return fileSymbol({ kind: 'key', name, nameSpan, span, detail });
}

const kinds: { readonly [K in TargetKind]?: OpenApiSymbolKind } = {
  'openapi.parameter': 'parameter',
  'openapi.request-body': 'request-body',
  'openapi.response': 'response',
  'openapi.header': 'header',
  'openapi.media-type': 'media-type',
  'openapi.example': 'example',
  'openapi.link': 'link',
  'openapi.security-scheme': 'security-scheme',
};

function detailOf({ node }: WrittenEntry, kind: TargetKind): string {
  const target = arrowText(node);
  if (target !== '') return target;
  if (kind === 'openapi.parameter' || kind === 'openapi.header') return parameterText(node);
  if (kind !== 'openapi.security-scheme') return '';
  const words = ['type', 'scheme', 'name'].map((key) => findString(node, key)?.value);
  return words.filter((word) => word !== undefined).join(', ');
}

function leafSymbol([key]: readonly string[], entry: WrittenEntry): FileSymbol {
  const { name, nameSpan, span, node } = entry;
  if (key === 'servers' || key === 'tags') {
    const [kind, label] = key === 'servers' ? (['server', 'url'] as const) : (['tag', 'name'] as const);
    return groupSymbol(entry, () =>
      writtenItems(node, [label, '$ref']).map((item) =>
        fileSymbol({ kind, name: item.name, nameSpan: item.nameSpan, span: item.span, detail: '' }),
      ),
    );
  }
  if (key !== 'info') return plainSymbol(entry);
  const words = ['title', 'version'].map((word) => findValue(node, word));
  const detail = words.flatMap((word) => (word?.kind === 'scalar' && word.value !== null ? [String(word.value)] : []));
  return fileSymbol({ kind: 'info', name, nameSpan, span, detail: detail.join(' ') });
}
