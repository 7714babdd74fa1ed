import { bareName, type NamedThing } from '#core/ask/named-thing.ts';
import type { PrismaSection } from '#core/prisma/model.ts';
import { type Located, shiftSpan } from '#core/text/span.ts';

/** What an offset of a Prisma file touches that may be referred to: the name of a block, a field or a value of an enum. */
export function prismaThing({ uri, nodes }: PrismaSection, start: number, offset: number): NamedThing | undefined {
  const names: Located<string>[] = nodes.flatMap((node) => {
    const values = node.kind === 'prisma.enum' ? node.values.map(({ name }) => name) : [];
    return [node.name, ...values];
  });
  const found = names.find(({ span }) => span.start <= offset - start && offset - start <= span.end);
  return found && { uri, span: shiftSpan(found.span, start), names: [bareName(found.value)] };
}
