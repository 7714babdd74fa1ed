import { localRule } from '#core/rule.ts';
import { normalisation } from '#rules/checklist.ts';
import { columnsOf } from '#rules/detectors/prisma/model-columns.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { prismaDocumentation } from '#rules/sources.ts';

const tree = (name: string, part: string, count: number): string => {
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  const lines = numbers.map((n) => `  left${n} Part[] @relation("part${n}")\n`).join('');
  const sides = numbers
    .map(
      (n) =>
        `  whole${n}   Whole? @relation("part${n}", fields: [whole${n}Id], references: [id])\n  whole${n}Id Int?\n`,
    )
    .join('');
  return `model ${name} {\n  id Int @id\n${lines}}\n\nmodel ${part} {\n  id Int @id\n${sides}}\n`;
};

export const modelRelationsLimited = localRule({
  id: 'prisma/model-relations-limited',
  summary: 'Keep a model from being the centre of everything.',
  why: 'A model that all others lead to is changed with every feature, by every team: nothing can be moved into a service of its own, and a deletion touches the whole database. Group what belongs to one feature behind a model of its own.',
  item: normalisation,
  references: [prismaDocumentation('Relations', 'prisma-schema/data-model/relations')],
  severity: 'info',
  recommended: false,
  options: { most: { default: 15, description: 'How many relations a model may have.' } },
  examples: [{ title: 'Sixteen relations', bad: tree('«Whole»', '«Part»', 16), good: tree('Whole', 'Part', 15) }],
  on: ['prisma.model'],
  *check(model, scope, { most }) {
    if (model.fields.length <= most || !isTable(model)) return;
    const count = columnsOf(model, scope)?.relations.length ?? 0;
    if (count <= most) return;
    yield {
      span: model.name.span,
      message: `${model.name.value} has ${count} relations: every feature changes it. Group what belongs to one behind a model of its own.`,
    };
  },
});
