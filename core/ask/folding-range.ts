import { writtenEntries, writtenItems } from '#core/ask/written-entry.ts';
import type { PrismaDocument, PrismaNode } from '#core/prisma/model.ts';
import type { Span } from '#core/text/span.ts';
import type { TreeDocument, TreeSection } from '#core/tree/section.ts';
import type { TreeNode } from '#core/tree/tree.ts';
import { cost, Pace } from '#core/work/pace.ts';
import type { Steps } from '#core/work/steps.ts';

/** A part of a file that may be folded. Offsets count from the start of the file. */
export interface FoldingRange {
  readonly start: number;
  /** Of its last unit that is no blank. */
  readonly end: number;
  /** True where its last line closes it, and stays to be seen. */
  readonly isClosed: boolean;
  /** What may be folded in it; made when it is asked for. */
  readonly inner: () => readonly FoldingRange[];
}

/** The outermost folds of a YAML file, in steps. */
export function* foldsOfYaml({ sections, starts }: TreeDocument): Steps<readonly FoldingRange[]> {
  const outermost: FoldingRange[] = [];
  const around: HeaderRange[] = [];
  const pace = new Pace();
  for (const [index, section] of sections.entries()) {
    if (pace.isDue(cost.looked)) yield;
    const offset = starts[index] ?? 0;
    const depth = section.pointer.length;
    while ((around.at(-1)?.depth ?? -1) >= depth) around.pop();
    const siblings = around.at(-1)?.folds ?? outermost;
    const header =
      section.isHeader && section.key ? new HeaderRange(offset + section.key.span.start, depth) : undefined;
    const own = header === undefined ? sectionFolds(section, offset) : [header];
    for (const fold of own) siblings.push(fold);
    const end = own.at(-1)?.end;
    if (end !== undefined) for (const each of around) each.end = end;
    if (header !== undefined) around.push(header);
  }
  return outermost;
}

/** The blocks of a Prisma file. */
export function foldsOfPrisma({ sections, starts }: PrismaDocument): readonly FoldingRange[] {
  return sections.flatMap(({ namespace, types, nodes }, index) => {
    const start = starts[index] ?? 0;
    const blocks = (): readonly FoldingRange[] =>
      nodes
        .filter(({ kind }) => kind !== 'prisma.field')
        .map((node) => prismaFold(node.span, start, () => membersOf(node, start)));
    const around = namespace ?? types;
    return around === undefined ? blocks() : [prismaFold(around.span, start, blocks)];
  });
}

function membersOf(node: PrismaNode, start: number): readonly FoldingRange[] {
  return memberSpans(node).map((span) => prismaFold(span, start, () => []));
}

/** A key whose entries are sections of their own: it goes on to the end of the last of them. */
class HeaderRange implements FoldingRange {
  readonly start: number;
  readonly depth: number;
  readonly isClosed = false;
  readonly folds: FoldingRange[] = [];
  end: number;

  constructor(start: number, depth: number) {
    this.start = start;
    this.depth = depth;
    this.end = start;
  }

  inner(): readonly FoldingRange[] {
    return this.folds;
  }
}

function sectionFolds(section: TreeSection, offset: number): readonly FoldingRange[] {
  const { key, tree } = section;
  if (tree === undefined) return [];
  if (key === undefined) return nodeFolds(tree, section, offset);
  // An alias stands for what is written elsewhere.
  if (tree.span.start < key.span.end) return [];
  return [yamlFold({ start: key.span.start, end: tree.span.end }, tree, section, offset)];
}

/** What may be folded in a map or list. */
function nodeFolds(node: TreeNode, section: TreeSection, offset: number): readonly FoldingRange[] {
  const entries = node.kind === 'list' ? writtenItems(node, []) : writtenEntries(node);
  return entries.flatMap(({ span, node: value }) => (value ? yamlFold(span, value, section, offset) : []));
}

function yamlFold({ start, end }: Span, value: TreeNode, section: TreeSection, offset: number): FoldingRange {
  return {
    start: offset + start,
    end: offset + lastUnit(section.text, start, end),
    isClosed: false,
    inner: () => nodeFolds(value, section, offset),
  };
}

/** The offset of the last unit before `end` that is no blank; `start` where all are. */
function lastUnit(text: string, start: number, end: number): number {
  let last = end - 1;
  while (last > start && /\s/.test(text.charAt(last))) last--;
  return Math.max(start, last);
}

function prismaFold({ start, end }: Span, offset: number, inner: () => readonly FoldingRange[]): FoldingRange {
  return {
    start: offset + start,
    end: offset + Math.max(start, end - 1),
    isClosed: true,
    inner,
  };
}

function memberSpans(node: PrismaNode): readonly Span[] {
  switch (node.kind) {
    case 'prisma.model':
      return [...node.fields, ...node.attributes].map(({ span }) => span).sort((a, b) => a.start - b.start);
    case 'prisma.named-type':
      return [];
    case 'prisma.type':
      return node.fields.map(({ span }) => span);
    case 'prisma.datasource':
    case 'prisma.generator':
      return node.settings.flatMap(({ key, value }) => (value ? { start: key.span.start, end: value.span.end } : []));
    default:
      return [];
  }
}
