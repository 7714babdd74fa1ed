import type { Group } from '#core/ask/group.ts';
import { blockNamedBy, prismaUses } from '#core/ask/prisma-uses.ts';
import { SectionUses } from '#core/ask/section-uses.ts';
import type { Target } from '#core/ask/target.ts';
import type { BlockReference, PrismaUse, Use } from '#core/ask/use.ts';
import { fieldOf } from '#core/prisma/field.ts';
import type {
  PrismaCompositeType,
  PrismaEnum,
  PrismaField,
  PrismaModel,
  PrismaNode,
  PrismaSection,
} from '#core/prisma/model.ts';
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
      const block = blockOf(use.block, schema, typeKinds);
      return block === undefined ? [] : placed(use.kind, block.section, block, schema);
    }
    case 'field': {
      const field = fieldAt(use, schema);
      return field === undefined ? [] : placed(use.kind, field.section, field, schema);
    }
    case 'enum-value': {
      const block = enumMeant(use.block, schema);
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

/** An enum, or the one that a named type stands for. */
function enumMeant(block: BlockReference, schema: PrismaSchema): PrismaEnum | undefined {
  const found = blockOf(block, schema, ['prisma.enum', 'prisma.named-type']);
  if (found?.kind !== 'prisma.named-type') return found;
  const named = blockNamedBy(found);
  return named && blockOf(named, schema, ['prisma.enum']);
}

/** What the type of a field may name. */
const typeKinds = [
  'prisma.model',
  'prisma.type',
  'prisma.enum',
  'prisma.named-type',
  'prisma.extension-block',
] as const;

/** The block of one of these kinds that is meant. */
function blockOf<K extends PrismaNode['kind']>(
  { name, qualifier, from = '' }: BlockReference,
  schema: PrismaSchema,
  kinds: readonly K[],
): Extract<PrismaNode, { readonly kind: K }> | undefined {
  const written = qualifier === undefined ? name : `${qualifier}.${name}`;
  for (const kind of kinds) {
    const block: PrismaNode | undefined = schema.find<PrismaNode['kind']>(kind, written, from);
    if (block !== undefined && isOfKind(block, kind)) return block;
  }
  return undefined;
}

function isOfKind<K extends PrismaNode['kind']>(
  block: PrismaNode,
  kind: K,
): block is Extract<PrismaNode, { readonly kind: K }> {
  return block.kind === kind;
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
