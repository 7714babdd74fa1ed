import type { NodeKind, NodeOf } from '#core/node.ts';
import { blockId, blockNameOf, namespaceOf } from '#core/prisma/block-name.ts';
import type {
  PrismaCompositeType,
  PrismaEnum,
  PrismaField,
  PrismaModel,
  PrismaNamedType,
  PrismaSection,
} from '#core/prisma/model.ts';

/** What types of fields name. */
export type NamedBlock = PrismaModel | PrismaCompositeType | PrismaEnum | PrismaNamedType;

/** Where blocks are looked up: a schema, or the scope of a rule. */
export interface BlockSource {
  find<K extends NodeKind>(kind: K, name: string, from?: string): NodeOf<K> | undefined;
}

/** The model that the type of a field names. */
export function modelOf(field: TypedField, source: BlockSource): PrismaModel | undefined {
  return blockOf('prisma.model', field, source);
}

/** The enum that the type of a field names. */
export function enumOf(field: TypedField, source: BlockSource): PrismaEnum | undefined {
  return blockOf('prisma.enum', field, source);
}

/** The composite type that the type of a field names. */
export function compositeTypeOf(field: TypedField, source: BlockSource): PrismaCompositeType | undefined {
  return blockOf('prisma.type', field, source);
}

/** The model that a name means which is written, or made up, in a section. */
export function modelCalled(name: string, section: PrismaSection, source: BlockSource): PrismaModel | undefined {
  return blockCalled('prisma.model', name, section, source);
}

/** What tells the model that the type of a field names from all others (`blockId`); the type as it is written where that is none. */
export function targetId(field: TypedField, source: BlockSource): string {
  const target = modelOf(field, source);
  return target === undefined ? field.type.value : blockId(target);
}

/** The name of a type without that of its namespace: `User` of `auth.User`. */
export function bareType({ type }: Pick<TypedField, 'type'>): string {
  return blockNameOf(type)?.name.value ?? type.value;
}

/** True where the type of a field names this very model. */
export function leadsTo(field: TypedField, model: Identified, source: BlockSource): boolean {
  // Most fields have another name for a type: they need not be looked up.
  if (blockNameOf(field.type)?.name.value !== model.name.value) return false;
  const target = modelOf(field, source);
  return target !== undefined && blockId(target) === blockId(model);
}

/** True where the type of a field names the model it stands in: that is what its bare name means there. */
export function leadsToItself(field: TypedField, model: Identified): boolean {
  const named = blockNameOf(field.type);
  const namespace = namespaceOf(model.section);
  return named?.name.value === model.name.value && (named.qualifier ?? namespace) === namespace;
}

/** What a type is looked up by, and from where. */
export type TypedField = Pick<PrismaField, 'type' | 'section' | 'named'>;

type Identified = Pick<NamedBlock, 'name' | 'section'>;

/** Named types stand in no namespace, and what they name is looked up from there. */
function blockOf<K extends NamedBlock['kind']>(
  kind: K,
  { type, section, named }: TypedField,
  source: BlockSource,
): NodeOf<K> | undefined {
  return named === undefined ? blockCalled(kind, type.value, section, source) : source.find(kind, type.value, '');
}

/** The block of a kind that a name means which is written, or made up, in a section. In Prisma 7 a name has one meaning. */
export function blockCalled<K extends NamedBlock['kind']>(
  kind: K,
  name: string,
  section: PrismaSection,
  source: BlockSource,
): NodeOf<K> | undefined {
  return section.dialect === 'prisma7' ? source.find(kind, name) : source.find(kind, name, namespaceOf(section) ?? '');
}
