import type { ReviewNode } from '#core/node.ts';
import { blockId } from '#core/prisma/block-name.ts';
import { isScalarType } from '#core/prisma/field.ts';
import type { PrismaEnum, PrismaNode } from '#core/prisma/model.ts';
import { enumOf } from '#core/prisma/named-block.ts';
import { type Change, type Collector, type Fix, globalRule, type Keyed } from '#core/rule.ts';
import type { Span } from '#core/text/span.ts';
import { NotUnderstood } from '#core/work/understood.ts';
import { columnValues } from '#rules/checklist.ts';
import { prismaDocumentation } from '#rules/sources.ts';

export const enumUsed = globalRule({
  id: 'prisma/enum-used',
  summary: 'Declare enums that fields have as their type.',
  why: 'An enum that no field has is a type in the database and in the client all the same. Readers look for the column it belongs to, and values are added to it that nothing can store.',
  item: columnValues,
  references: [prismaDocumentation('Enums', 'prisma-schema/data-model/models#defining-enums')],
  severity: 'info',
  recommended: true,
  tag: 'unnecessary',
  examples: [
    {
      title: 'An enum whose column is a text',
      bad: `enum «Role» {
  ADMIN
  MEMBER
}

enum Plan {
  FREE
  PAID
}

model User {
  id   Int    @id
  role String
  plan Plan
}
`,
      good: `enum Plan {
  FREE
  PAID
}

model User {
  id   Int    @id
  role String
  plan Plan
}
`,
    },
  ],
  on: ['prisma.model', 'prisma.type', 'prisma.named-type', 'prisma.enum'],
  *gather(node, scope): Iterable<Fact> {
    if (node.kind === 'prisma.enum') {
      const isRemovable = node.section.dialect === 'prisma7';
      if (scope.isUnderstood() && node.values.length > 0 && !isSaid(node))
        yield { key: blockId(node), isEnum: true, span: node.name.span, isRemovable };
      return;
    }
    const typed = node.kind === 'prisma.named-type' ? [node] : node.fields;
    const byType = new Map(typed.map((each) => [each.type.value, each]));
    for (const each of byType.values()) {
      const meant = isScalarType(each.type.value) ? undefined : enumOf(each, scope);
      if (meant !== undefined) yield { key: blockId(meant), isEnum: false, span: node.name.span, isRemovable: false };
    }
  },
  *compare(facts) {
    const [only] = facts;
    if (only === undefined || facts.length > 1 || !only.value.isEnum) return;
    const { key, span, isRemovable } = only.value;
    yield {
      section: only.section,
      value: {
        span,
        message: `No field has the enum ${key} as its type.`,
        fixes: isRemovable ? [removalFix(key, only.section.uri)] : [],
        cause: {
          key: 'unused',
          message: (count: number) => `No field has one of these ${count} enums as its type.`,
          fixTitle: (count: number) => `Remove ${count} enums that no field has as its type`,
        },
      },
    };
  },
});

interface Fact extends Keyed {
  readonly isEnum: boolean;
  readonly span: Span;
  readonly isRemovable: boolean;
}

/** A comment says what it is for: generated code, an API, a column to come. */
function isSaid({ documentation, section: { text }, span }: PrismaEnum): boolean {
  const before = text.slice(0, span.start);
  const comments = before.slice(before.lastIndexOf('\n\n') + 1);
  return /\b(?:used|generat\w*|code|client|api|graphql|zod|export\w*|future|reserved|todo|raw|sql)\b/i.test(
    `${documentation} ${/\/\/.*/s.exec(comments)?.[0] ?? ''}`,
  );
}

function removalFix(name: string, uri: string): Fix {
  return {
    title: `Remove the enum ${name} (code that imports it from the client has to go without)`,
    safety: 'review',
    changes: {
      rootUri: uri,
      make: (survey) => {
        const blocks = survey.gathered(everyBlock).map(({ value }) => value);
        const node = blocks.find((block) => block.kind === 'prisma.enum' && block.name.value === name);
        if (node?.kind !== 'prisma.enum') throw new NotUnderstood();
        const own: Change = { kind: 'text', section: node.section, edits: [{ span: blockSpan(node), newText: '' }] };
        return [own, ...gapBehind(node, blocks)];
      },
    },
  };
}

const blockKinds = ['prisma.model', 'prisma.enum', 'prisma.type', 'prisma.datasource', 'prisma.generator'] as const;

const everyBlock: Collector<PrismaNode> = {
  on: blockKinds,
  isClosed: () => false,
  gather: (node) => (isBlock(node) ? [node] : []),
};

function isBlock(node: ReviewNode): node is PrismaNode {
  return blockKinds.some((kind) => kind === node.kind);
}

/** The block with its comments right above it, its line break, and the blank lines before it. */
function blockSpan({ section: { text }, span }: PrismaEnum): Span {
  const lines = text.slice(0, span.start).split(/(?<=\n)/);
  const above = lines.filter((line) => line.endsWith('\n'));
  const isBlank = (line: string | undefined): boolean => line !== undefined && line.trim() === '';
  let start = span.start - (lines.length > above.length ? (lines.at(-1)?.length ?? 0) : 0);
  while (/^[ \t]*\/\//.test(above.at(-1) ?? '')) start -= above.pop()?.length ?? 0;
  while (isBlank(above.at(-1))) start -= above.pop()?.length ?? 0;
  const lineBreak = /^[ \t]*(?:\r\n|\r|\n)/.exec(text.slice(span.end))?.[0] ?? '';
  return { start, end: span.end + lineBreak.length };
}

/** The blank lines that part the first block of a file from the next one. */
function gapBehind(node: PrismaEnum, blocks: readonly PrismaNode[]): readonly Change[] {
  const own = blocks.filter(({ section }) => section.uri === node.section.uri);
  const next = own[own.findIndex(({ section }) => section === node.section) + 1];
  const blank = next === undefined ? '' : (/^(?:[ \t]*(?:\r\n|\r|\n))+/.exec(next.section.text)?.[0] ?? '');
  if (own[0]?.section !== node.section || next === undefined || blank === '') return [];
  return [{ kind: 'text', section: next.section, edits: [{ span: { start: 0, end: blank.length }, newText: '' }] }];
}
