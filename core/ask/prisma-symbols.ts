import { type FileSymbol, fileSymbol, type PrismaSymbolKind } from '#core/ask/file-symbol.ts';
import { argumentOf } from '#core/prisma/attribute.ts';
import type {
  PrismaAttribute,
  PrismaDatasource,
  PrismaEnum,
  PrismaField,
  PrismaGenerator,
  PrismaNamedType,
  PrismaNode,
  PrismaSection,
  PrismaView,
} from '#core/prisma/model.ts';
import type { Located, Span } from '#core/text/span.ts';

/** The blocks of a section, with what stands in them; those of a namespace in that, named types in their block. */
export function prismaSymbols({ namespace, types, nodes }: PrismaSection): readonly FileSymbol[] {
  const blocks = () => nodes.flatMap((node) => (node.kind === 'prisma.field' ? [] : blockSymbol(node)));
  if (namespace !== undefined) return [group(namespace.name.value, namespace.span, namespace.name.span, blocks)];
  return types === undefined ? blocks() : [group('types', types.span, types.keyword, blocks)];
}

function group(name: string, span: Span, nameSpan: Span, blocks: () => readonly FileSymbol[]): FileSymbol {
  return fileSymbol({ kind: 'group', name, detail: '', span, nameSpan }, blocks);
}

type PrismaBlock = Exclude<PrismaNode, PrismaField>;

function blockSymbol(node: PrismaBlock): FileSymbol {
  switch (node.kind) {
    case 'prisma.model':
      return block(node, node.isView ? 'view' : 'model', '', () => inOrder([...fields(node), ...indexes(node)]));
    case 'prisma.type':
      return block(node, 'type', '', () => fields(node));
    case 'prisma.enum':
      return block(node, 'prisma-enum', '', () => values(node));
    case 'prisma.extension-block':
      return block(node, 'type', node.keyword, () => []);
    case 'prisma.named-type':
      return block(node, 'type', typeText(node), () => []);
    case 'prisma.datasource':
      return block(node, 'datasource', node.provider?.value ?? '', () => settings(node));
    case 'prisma.generator':
      return block(node, 'generator', node.provider?.value ?? '', () => settings(node));
    default:
      return node satisfies never;
  }
}

function block(
  node: PrismaView & { readonly name: Located<string> },
  kind: PrismaSymbolKind,
  detail: string,
  make: () => readonly FileSymbol[],
): FileSymbol {
  const { name, span } = node;
  const parts = { kind, name: name.value, detail, span, nameSpan: name.span };
  return fileSymbol({ ...parts, isSought: true, isDeprecated: isDeprecated(node) }, make);
}

function fields({ fields: all }: { readonly fields: readonly PrismaField[] }): readonly FileSymbol[] {
  return all.map((field) => {
    const { name, span } = field;
    const parts = { kind: 'field', name: name.value, detail: typeText(field), span, nameSpan: name.span } as const;
    return fileSymbol({ ...parts, isSought: true, isDeprecated: isDeprecated(field) });
  });
}

function typeText({ type, isList, isOptional }: PrismaField | PrismaNamedType): string {
  return `${type.value}${isList ? '[]' : ''}${isOptional ? '?' : ''}`;
}

/** Keys and indexes (Prisma schema reference, “Block attributes”); the others say nothing that has a name. */
const indexNames: ReadonlySet<string> = new Set(['id', 'unique', 'index', 'fulltext']);

function indexes(node: {
  readonly section: PrismaSection;
  readonly attributes: readonly PrismaAttribute[];
}): readonly FileSymbol[] {
  const { text } = node.section;
  const known = node.attributes.filter(({ name }) => indexNames.has(name.value));
  return known.map((attribute) => {
    const { name, span } = attribute;
    const columns = (argumentOf(attribute, 0) ?? argumentOf(attribute, 'fields'))?.value.span;
    const detail = columns === undefined ? '' : text.slice(columns.start, columns.end);
    return fileSymbol({ kind: 'index', name: `@@${name.value}`, detail, span, nameSpan: name.span });
  });
}

function values({ values: all }: PrismaEnum): readonly FileSymbol[] {
  return all.map(({ name, span, mapped }) =>
    fileSymbol({ kind: 'enum-value', name: name.value, detail: mapped ?? '', span, nameSpan: name.span }),
  );
}

/** Their values may be secret: they are not told. */
function settings({ settings: all }: PrismaDatasource | PrismaGenerator): readonly FileSymbol[] {
  return all.map(({ key, value }) => {
    const span = { start: key.span.start, end: value?.span.end ?? key.span.end };
    return fileSymbol({ kind: 'setting', name: key.value, detail: '', span, nameSpan: key.span });
  });
}

/** As generators of clients read it. */
function isDeprecated({ documentation }: PrismaView): boolean {
  return /@deprecated\b/.test(documentation);
}

function inOrder(symbols: readonly FileSymbol[]): readonly FileSymbol[] {
  return [...symbols].sort((a, b) => a.span.start - b.span.start);
}
