import type { OpenApiInsertion, OpenApiPattern } from '#snippets/pattern.ts';
import { openApiPatterns, prismaPatterns } from '#snippets/patterns.ts';
import type { PrismaPattern } from '#snippets/prisma-pattern.ts';
import { contributedBody, needsProblem } from '#snippets/render/contributed-body.ts';
import { contextNames } from '#snippets/render/contributed-snippets.ts';

/** docs/patterns.md: every pattern with its prefix, where it goes, and what it inserts. */
export function patternsPage(): string {
  return `# Patterns

${openApiPatterns.length + prismaPatterns.length} patterns that follow the guideline. There are two ways to write one:

- **Plumbline: Insert Pattern** puts it in its place in the open document, under the names used there, in the file's own
  style, with the components it needs. Where it does not fit, it says why.
- **Type the prefix** and take the snippet. It goes where the cursor is, with tab stops for the names.

Whatever they insert is clean under Plumbline's own rules; the tests see to it.

## OpenAPI 3.0, 3.1 and 3.2, in YAML and JSON

A typed snippet refers to the schema of your resource, and, where the third column says so, to the components that
\`oas-problem\` writes. All else it holds itself.

| Prefix | What it inserts | Typed in | Inserted by the command |
|---|---|---|---|
${openApiPatterns.flatMap(openApiRows).join('\n')}

## Prisma

Types follow the database: \`@db.Uuid\` on PostgreSQL, an \`ObjectId\` on MongoDB, text in place of an enum on SQL Server.

| Prefix | What it inserts | Typed in | Inserted by the command |
|---|---|---|---|
${prismaPatterns.map(prismaRow).join('\n')}
`;
}

function openApiRows(pattern: OpenApiPattern): readonly string[] {
  return pattern.contributions.map((contribution) => {
    const { prefix = pattern.id, context } = contribution;
    const needs = needsProblem(contributedBody(contribution, pattern)) && pattern.id !== 'oas-problem';
    const place = `${contextNames[context]}${needs ? ', beside `oas-problem`' : ''}`;
    return row(prefix, pattern.title, pattern.description, place, openApiPlace(pattern.insertion));
  });
}

function openApiPlace(insertion: OpenApiInsertion): string {
  switch (insertion.kind) {
    case 'paths':
      if (insertion.onOperation !== undefined) return `in ${insertion.onOperation.place}`;
      return insertion.isFixed ? 'as a path of its own' : 'for the resource under the cursor, or a new one';
    case 'operations':
      return `in ${insertion.place}`;
    case 'components':
      return 'in the components of the root file';
    case 'webhook':
      return 'in webhooks; in 3.0 in the operation under the cursor';
    default:
      return insertion satisfies never;
  }
}

function prismaRow({ id, title, description, context, members, unfitFor = [] }: PrismaPattern): string {
  const place = members === undefined ? 'at the end of the schema' : 'for the model under the cursor';
  const limit = unfitFor.length === 0 ? '' : `; not for ${unfitFor.join(', ')}`;
  return row(id, title, description, context === 'model' ? 'a model' : 'the schema', place + limit);
}

function row(prefix: string, title: string, description: string, typed: string, inserted: string): string {
  return `| \`${prefix}\` | **${title}.** ${description} | ${typed} | ${inserted} |`;
}
