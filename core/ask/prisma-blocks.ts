import type { BlockReference } from '#core/ask/use.ts';
import type { PrismaCompositeType, PrismaEnum, PrismaModel } from '#core/prisma/model.ts';
import type { PrismaSchema } from '#core/project/prisma-schema.ts';

/** What fields and values stand in. */
export type NamedBlock = PrismaModel | PrismaCompositeType | PrismaEnum;

/**
 * The block of a schema that is meant, of one of these kinds. Behind the name of a namespace that one's alone; a bare name means what
 * stands in the same namespace, else what stands in none, else the only one there is where nothing else may be meant.
 */
export function blockOf<K extends NamedBlock['kind']>(
  { name, qualifier, from }: BlockReference,
  schema: PrismaSchema,
  kinds: readonly K[],
): Extract<NamedBlock, { readonly kind: K }> | undefined {
  const named = blocksNamed(name, schema);
  const among = (namespace: string | undefined) =>
    named.filter(({ section }) => section.namespace?.name.value === namespace);
  const isKind = (block: NamedBlock): block is Extract<NamedBlock, { readonly kind: K }> =>
    kinds.some((kind) => kind === block.kind);
  if (qualifier !== undefined) return among(qualifier).find(isKind);
  const near = [among(from), among(undefined)].find((blocks) => blocks.length > 0);
  if (near !== undefined) return near.find(isKind);
  const [only] = named;
  return only !== undefined && named.length === 1 && isKind(only) && !mayMeanOther(name, schema) ? only : undefined;
}

/** Models first, then composite types, then enums. */
function blocksNamed(name: string, schema: PrismaSchema): readonly NamedBlock[] {
  const before = known.get(schema) ?? indexByName(schema);
  known.set(schema, before);
  return before.get(name) ?? [];
}

const known = new WeakMap<PrismaSchema, ReadonlyMap<string, readonly NamedBlock[]>>();

function indexByName(schema: PrismaSchema): ReadonlyMap<string, readonly NamedBlock[]> {
  const blocks = new Map<string, NamedBlock[]>();
  for (const block of [...schema.all('prisma.model'), ...schema.all('prisma.type'), ...schema.all('prisma.enum')]) {
    const alike = blocks.get(block.name.value);
    if (alike === undefined) blocks.set(block.name.value, [block]);
    else alike.push(block);
  }
  return blocks;
}

/** `types { User = String }`, and blocks of extensions: nobody reads what they name. */
function mayMeanOther(name: string, { documents }: PrismaSchema): boolean {
  return documents.some(({ sections }) =>
    sections.some(({ nodes, text }) => nodes.length === 0 && text.includes(name)),
  );
}
