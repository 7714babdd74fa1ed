import { evidenceCollector } from '#core/checklist/evidence.ts';
import type { PrismaArgument, PrismaAttribute, PrismaModel } from '#core/prisma/model.ts';

const indexAttributes: ReadonlySet<string> = new Set(['id', 'unique', 'index', 'fulltext']);

/** Each model with the columns that an index leads with. */
export const indexes = evidenceCollector({
  id: 'indexes',
  noun: 'model',
  on: ['prisma.model'],
  *collect(model) {
    if (model.isView) return;
    const found = indexTexts(model);
    const told = found.length === 0 ? 'no index' : found.join(', ');
    yield { span: model.anchor, text: `${model.name.value}: ${told}` };
  },
});

function indexTexts({ fields, attributes }: PrismaModel): readonly string[] {
  const single = fields.flatMap((field) =>
    field.attributes.filter(isIndex).map(({ name }) => `${name.value} (${field.name.value})`),
  );
  const several = attributes.filter(isIndex).map(({ name, args }) => `${name.value} (${columnsOf(args).join(', ')})`);
  return [...single, ...several];
}

function isIndex({ name }: PrismaAttribute): boolean {
  return indexAttributes.has(name.value);
}

function columnsOf(args: readonly PrismaArgument[]): readonly string[] {
  const list = args.find(({ name }) => name === undefined || name.value === 'fields')?.value;
  if (list?.kind !== 'list') return [];
  return list.items.flatMap((item) => {
    if (item.kind === 'path') return [item.value];
    return item.kind === 'call' ? [item.name] : [];
  });
}
