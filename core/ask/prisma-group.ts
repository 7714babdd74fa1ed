import type { Group } from '#core/ask/group.ts';
import { blockOf } from '#core/ask/prisma-blocks.ts';
import { blockNamedBy, prismaUses } from '#core/ask/prisma-uses.ts';
import { SectionUses } from '#core/ask/section-uses.ts';
import type { Target } from '#core/ask/target.ts';
import type { BlockReference, PrismaUse, Use } from '#core/ask/use.ts';
import { fieldOf } from '#core/prisma/field.ts';
import type { PrismaCompositeType, PrismaField, PrismaModel, PrismaSection } from '#core/prisma/model.ts';
import type { PrismaSchema } from '#core/project/prisma-schema.ts';
import { type Located, type Span, shiftSpan } from '#core/text/span.ts';

/** The files of a Prisma schema; the very same group each time. */
export function prismaGroup(schema: PrismaSchema): Group {
  const before = known.get(schema);
  if (before !== undefined) return before;
  const group: Group = {
    documents: schema.documents,
    usesIn: (section) => (section.kind === 'prisma' ? prismaUses(section) : noUses),
    usesNamed: (section, { name }) => (section.kind === 'prisma' ? prismaUses(section).named(name) : []),
    targetsOf: (use) => (isOfSchema(use) ? targetsOf(use, schema) : []),
  };
  known.set(schema, group);
  return group;
}

const known = new WeakMap<PrismaSchema, Group>();

const noUses = new SectionUses([]);

function isOfSchema(use: Use): use is PrismaUse {
  return 'block' in use;
}

function targetsOf(use: PrismaUse, schema: PrismaSchema): readonly Target[] {
  switch (use.kind) {
    case 'type': {
      const block = blockOf(use.block, schema, ['prisma.model', 'prisma.type', 'prisma.enum']);
      return block === undefined ? [] : placed(use.kind, block.section, block, schema);
    }
    case 'field': {
      const field = fieldAt(use, schema);
      return field === undefined ? [] : placed(use.kind, field.section, field, schema);
    }
    case 'enum-value': {
      const block = blockOf(use.block, schema, ['prisma.enum']);
      const value = block?.values.find(({ name }) => name.value === use.name);
      return block === undefined || value === undefined ? [] : placed(use.kind, block.section, value, schema);
    }
    default:
      return use.kind satisfies never;
  }
}

function fieldAt({ block, way, name }: PrismaUse, schema: PrismaSchema): PrismaField | undefined {
  let holder = holderOf(block, schema);
  for (const step of way) {
    const field = holder && fieldOf(holder, step);
    const next = field && blockNamedBy(field);
    holder = next && holderOf(next, schema);
  }
  return holder && fieldOf(holder, name);
}

function holderOf(block: BlockReference, schema: PrismaSchema): PrismaModel | PrismaCompositeType | undefined {
  return blockOf(block, schema, ['prisma.model', 'prisma.type']);
}

interface Named {
  readonly span: Span;
  readonly name: Located<string>;
}

function placed(
  kind: Target['kind'],
  section: PrismaSection,
  { span, name }: Named,
  schema: PrismaSchema,
): readonly Target[] {
  const document = schema.documents.find(({ uri }) => uri === section.uri);
  const start = document?.starts[document.sections.indexOf(section)];
  if (start === undefined) return [];
  return [{ kind, uri: section.uri, span: shiftSpan(span, start), name: shiftSpan(name.span, start) }];
}
