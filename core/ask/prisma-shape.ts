import type { Shape } from '#core/ask/shape.ts';
import type { PrismaNode } from '#core/prisma/model.ts';

type Lines = Pick<Shape, 'what' | 'lines'>;

/** A block with its members, or a field, as they are written, the blanks between columns aside. */
export function prismaShape(node: PrismaNode): Lines {
  const written = ({ span }: Pick<PrismaNode, 'span'>): string =>
    node.section.text.slice(span.start, span.end).replace(/[ \t]+/g, ' ');
  switch (node.kind) {
    case 'prisma.model':
      return { what: node.isView ? 'view' : 'model', lines: [...node.fields, ...node.attributes].map(written) };
    case 'prisma.type':
      return { what: 'type', lines: node.fields.map(written) };
    case 'prisma.enum':
      return { what: 'enum', lines: node.values.map(written) };
    case 'prisma.field':
      return { what: `field of ${node.model.value}`, lines: [written(node)] };
    case 'prisma.datasource':
    case 'prisma.generator':
      return { what: node.kind.slice('prisma.'.length), lines: [] };
    default:
      return node satisfies never;
  }
}
