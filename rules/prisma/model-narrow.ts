import { localRule } from '#core/rule.ts';
import { normalisation } from '#rules/checklist.ts';
import { columnsOf } from '#rules/detectors/prisma/model-columns.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';

export const modelNarrow = localRule({
  id: 'prisma/model-narrow',
  summary: 'Split a model that has become many things.',
  why:
    'A table with so many columns mostly holds several things that change for different reasons: each write rewrites the whole row, each read fetches it, and nobody knows which of its ' +
    'columns belong together.',
  item: normalisation,
  references: [
    {
      title: 'E. F. Codd, Further Normalization of the Data Base Relational Model (1971)',
      url: 'https://forum.thethirdmanifesto.com/wp-content/uploads/asgarosforum/987737/00-efc-further-normalization.pdf',
    },
  ],
  severity: 'info',
  recommended: false,
  options: {
    columns: { default: 40, description: 'How many columns a model may have.' },
  },
  examples: [
    {
      title: 'More columns than anybody can name',
      bad: `model «Listing» {
  id Int @id
  createdAt DateTime @default(now())
  updatedAt DateTime @updatedAt
${columns(38)}}
`,
      good: `model Listing {
  id Int @id
  createdAt DateTime @default(now())
  updatedAt DateTime @updatedAt
${columns(37)}}
`,
    },
  ],
  on: ['prisma.model'],
  *check(model, scope, { columns: most }) {
    if (model.fields.length <= most || !isTable(model)) return;
    const count = columnsOf(model, scope)?.columns.length ?? 0;
    if (count <= most) return;
    yield {
      span: model.name.span,
      message: `${model.name.value} has ${count} columns: several things in one row. Move those that change together into models of their own.`,
    };
  },
});

function columns(count: number): string {
  const nouns = ['street', 'colour', 'roof', 'cellar', 'garden', 'lift', 'heating', 'view', 'floor', 'noise'];
  const kinds = ['Text', 'Rank', 'Source', 'Remark'];
  return Array.from({ length: count }, (_, index) => {
    const noun = nouns[index % nouns.length] ?? '';
    return `  ${noun}${kinds[Math.floor(index / nouns.length)] ?? ''} String?\n`;
  }).join('');
}
