import { SectionUses } from '#core/ask/section-uses.ts';
import type { BlockReference, PrismaUse } from '#core/ask/use.ts';
import { blockNameOf } from '#core/prisma/block-name.ts';
import { defaultOf, isScalarType } from '#core/prisma/field.ts';
import { indexesOf } from '#core/prisma/indexes.ts';
import type {
  PrismaCompositeType,
  PrismaField,
  PrismaModel,
  PrismaNamedType,
  PrismaSection,
} from '#core/prisma/model.ts';
import { relationOf } from '#core/prisma/relation.ts';
import type { Located } from '#core/text/span.ts';

/** The uses in a block of a Prisma schema: types, fields, values of enums. Looked for once, when somebody asks. */
export function prismaUses(section: PrismaSection): SectionUses<PrismaUse> {
  const before = known.get(section);
  if (before !== undefined) return before;
  const uses = new SectionUses(
    section.nodes.flatMap((node) => {
      if (node.kind === 'prisma.model') return [...fieldUses(node), ...indexUses(node)];
      if (node.kind === 'prisma.named-type') return namedTypeUses(node);
      return node.kind === 'prisma.type' ? fieldUses(node) : [];
    }),
  );
  known.set(section, uses);
  return uses;
}

const known = new WeakMap<PrismaSection, SectionUses<PrismaUse>>();

/** The block that the type of a field, or of a named type, names; undefined where it names none of its schema. */
export function blockNamedBy({ type, section }: PrismaField | PrismaNamedType): BlockReference | undefined {
  const named = blockNameOf(type);
  return named && { name: named.name.value, qualifier: named.qualifier, from: section.namespace?.name.value };
}

function fieldUses(holder: PrismaModel | PrismaCompositeType): readonly PrismaUse[] {
  return holder.fields.flatMap((field) => {
    if (isScalarType(field.type.value)) return [];
    const block = blockNamedBy(field);
    const relation = relationOf(field);
    return [
      ...(block === undefined ? [] : typeUses(field.type, block)),
      ...(relation?.fields ?? []).flatMap((column) => columnUses(column, ownBlock(holder))),
      ...(block === undefined ? [] : (relation?.references ?? []).flatMap((column) => columnUses(column, block))),
      ...(block === undefined ? [] : defaultUses(field, block)),
    ];
  });
}

function namedTypeUses(type: PrismaNamedType): readonly PrismaUse[] {
  const block = blockNamedBy(type);
  return block === undefined ? [] : [...typeUses(type.type, block), ...defaultUses(type, block)];
}

/** Of `auth.User` the name alone is what leads there. */
function typeUses(type: Located<string>, block: BlockReference): readonly PrismaUse[] {
  const value = blockNameOf(type)?.name ?? type;
  return [{ kind: 'type', value, name: value.value, block, way: [] }];
}

function ownBlock({ name, section }: PrismaModel | PrismaCompositeType): BlockReference {
  const namespace = section.namespace?.name.value;
  return { name: name.value, qualifier: namespace, from: namespace };
}

function defaultUses(field: PrismaField | PrismaNamedType, block: BlockReference): readonly PrismaUse[] {
  const value = defaultOf(field);
  const values = value?.kind === 'list' ? value.items : value === undefined ? [] : [value];
  return values.flatMap((each): readonly PrismaUse[] =>
    each.kind === 'path'
      ? [{ kind: 'enum-value', value: { value: each.value, span: each.span }, name: each.value, block, way: [] }]
      : [],
  );
}

function indexUses(model: PrismaModel): readonly PrismaUse[] {
  return indexesOf(model)
    .filter(({ fieldLevel }) => !fieldLevel)
    .flatMap(({ fields }) => fields.flatMap((column) => columnUses(column, ownBlock(model))));
}

/** Each step of `address.street` is a use of its own. */
function columnUses({ value, span }: Located<string>, block: BlockReference): readonly PrismaUse[] {
  const steps = value.split('.');
  let start = span.start;
  return steps.map((step, index) => {
    const own = { value: step, span: { start, end: start + step.length } };
    start += step.length + 1;
    return { kind: 'field', value: own, name: step, block, way: steps.slice(0, index) } as const;
  });
}
