import type { KnownShape, TargetIn } from '#core/ask/navigation.ts';
import type { Shape } from '#core/ask/shape.ts';
import type { PrismaNode, PrismaSection } from '#core/prisma/model.ts';
import type { Span } from '#core/text/span.ts';

type Lines = Pick<Shape, 'what' | 'lines'>;

/** What is known of a target in a Prisma file. */
export function blockShape({ nodes }: PrismaSection, { name }: Pick<TargetIn, 'name'>): KnownShape {
  const node = nodes.find((each) => each.name.span.start === name.start);
  return { language: 'prisma', ...(node && prismaShape(node)) };
}

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
    case 'prisma.named-type':
      return { what: 'named type', lines: [written(node)] };
    case 'prisma.field':
      return { what: `field of ${node.model.value}`, lines: [written(node)] };
    case 'prisma.extension-block':
      return { what: node.keyword, lines: bodyLines(node.section.text, node.body) };
    case 'prisma.datasource':
    case 'prisma.generator':
      return { what: node.kind.slice('prisma.'.length), lines: [] };
    default:
      return node satisfies never;
  }
}

/** The lines of a block that nobody reads, as they are written. */
function bodyLines(text: string, { start, end }: Span): readonly string[] {
  const lines = text.slice(start, end).split(/\r?\n/);
  return lines.map((line) => line.trim().replace(/[ \t]+/g, ' ')).filter((line) => line !== '');
}
