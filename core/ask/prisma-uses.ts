import { SectionUses } from '#core/ask/section-uses.ts';
import type { PrismaUse } from '#core/ask/use.ts';
import { defaultOf, isScalarType } from '#core/prisma/field.ts';
import { indexesOf } from '#core/prisma/indexes.ts';
import type { PrismaCompositeType, PrismaField, PrismaModel, PrismaSection } from '#core/prisma/model.ts';
import { relationOf } from '#core/prisma/relation.ts';
import type { Located } from '#core/text/span.ts';

/** The uses in a block of a Prisma schema: types, fields, values of enums. Looked for once, when somebody asks. */
export function prismaUses(section: PrismaSection): SectionUses<PrismaUse> {
  const before = known.get(section);
  if (before !== undefined) return before;
  const uses = new SectionUses(
    section.nodes.flatMap((node) => {
      if (node.kind === 'prisma.model') return [...fieldUses(node), ...indexUses(node)];
      return node.kind === 'prisma.type' ? fieldUses(node) : [];
    }),
  );
  known.set(section, uses);
  return uses;
}

const known = new WeakMap<PrismaSection, SectionUses<PrismaUse>>();

function fieldUses({ name, fields }: PrismaModel | PrismaCompositeType): readonly PrismaUse[] {
  return fields.flatMap((field) => {
    const { type } = field;
    if (isScalarType(type.value)) return [];
    const relation = relationOf(field);
    return [
      { kind: 'type', value: type, name: type.value, block: '', way: [] } as const,
      ...(relation?.fields ?? []).flatMap((column) => columnUses(column, name.value)),
      ...(relation?.references ?? []).flatMap((column) => columnUses(column, type.value)),
      ...defaultUses(field),
    ];
  });
}

function defaultUses(field: PrismaField): readonly PrismaUse[] {
  const value = defaultOf(field);
  const values = value?.kind === 'list' ? value.items : value === undefined ? [] : [value];
  return values.flatMap((each) =>
    each.kind === 'path'
      ? [
          {
            kind: 'enum-value',
            value: { value: each.value, span: each.span },
            name: each.value,
            block: field.type.value,
            way: [],
          } as const,
        ]
      : [],
  );
}

function indexUses(model: PrismaModel): readonly PrismaUse[] {
  return indexesOf(model)
    .filter(({ fieldLevel }) => !fieldLevel)
    .flatMap(({ fields }) => fields.flatMap((column) => columnUses(column, model.name.value)));
}

/** Each step of `address.street` is a use of its own. */
function columnUses({ value, span }: Located<string>, block: string): readonly PrismaUse[] {
  const steps = value.split('.');
  let start = span.start;
  return steps.map((step, index) => {
    const own = { value: step, span: { start, end: start + step.length } };
    start += step.length + 1;
    return { kind: 'field', value: own, name: step, block, way: steps.slice(0, index) } as const;
  });
}
