import { splitName } from '#core/prisma/block-name.ts';
import { isScalarType } from '#core/prisma/field.ts';
import type { PrismaCompositeType, PrismaField, PrismaModel, PrismaNamedType, PrismaNode } from '#core/prisma/model.ts';
import { type BlockSource, enumOf } from '#core/prisma/named-block.ts';
import { standsFor } from '#core/prisma/stands-for.ts';

/** Where named types are looked up. */
export interface NamedTypeSource extends BlockSource {
  names(kind: PrismaNode['kind']): readonly string[];
}

/**
 * A view as rules see it: fields whose type is a named type are what that stands for; the very same view for the same named types. What
 * stands for something that Prisma takes for no column stays as it is written.
 */
export function seenView<T extends PrismaNode>(view: T, source: NamedTypeSource): T;
export function seenView(view: PrismaNode, source: NamedTypeSource): PrismaNode {
  if (!hasFields(view)) return view;
  if (source.names('prisma.named-type').length === 0) return view;
  return view.kind === 'prisma.field' ? seenField(view, source) : seenBlock(view, source);
}

/** False for what is seen as it is written, whatever named types there are. */
export function mayHaveNamedTypes(view: PrismaNode): boolean {
  return view.section.dialect === 'prisma8' && hasFields(view);
}

function hasFields(view: PrismaNode): view is PrismaField | PrismaModel | PrismaCompositeType {
  return view.kind === 'prisma.field' || view.kind === 'prisma.model' || view.kind === 'prisma.type';
}

function seenBlock<T extends PrismaModel | PrismaCompositeType>(block: T, source: NamedTypeSource): T {
  const fields = block.fields.map((field) => seenField(field, source));
  if (fields.every((field, index) => field === block.fields[index])) return block;
  const known = knownBlocks.get(block);
  if (known?.fields.every((field, index) => field === fields[index])) return known as T;
  const made = { ...block, fields };
  knownBlocks.set(block, made);
  return made;
}

const knownBlocks = new WeakMap<PrismaModel | PrismaCompositeType, PrismaModel | PrismaCompositeType>();

function seenField(field: PrismaField, source: NamedTypeSource): PrismaField {
  if (isScalarType(field.type.value)) return field;
  const type = source.find('prisma.named-type', field.type.value, field.section.namespace?.name.value ?? '');
  return type !== undefined && isColumnType(type, source) ? standsFor(field, type) : field;
}

/** Prisma 8: a type it brings along, a native one, or an enum; no other named type, no list, nothing that may be absent. */
function isColumnType(type: PrismaNamedType, source: NamedTypeSource): boolean {
  if (type.isList || type.isOptional) return false;
  const base = splitName(type.type.value);
  if (type.type.value.includes(':')) return false;
  if (base === undefined || enumOf(type, source) !== undefined) return true;
  return blockKinds.every((kind) => source.find(kind, type.type.value, '') === undefined);
}

const blockKinds = ['prisma.model', 'prisma.type', 'prisma.named-type', 'prisma.extension-block'] as const;
