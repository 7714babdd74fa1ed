import { effectiveParameters } from '#core/openapi/effective/effective.ts';
import type { Operation, Parameter } from '#core/openapi/model.ts';
import { indexesOf } from '#core/prisma/indexes.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { type DatabaseScope, localRule } from '#core/rule.ts';
import { foldedName, wordsOf } from '#core/text/casing.ts';
import { indexes } from '#rules/checklist.ts';
import { listedModel } from '#rules/detectors/cross/listed-model.ts';
import { commentsSay } from '#rules/detectors/prisma/prisma-comments.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { postgresql, prismaDocumentation } from '#rules/sources.ts';
import { freeTextWords } from '#rules/words/free-text.ts';
import { wordSet } from '#rules/words/word-list.ts';

const description = (name: string): string => `openapi: 3.1.0
paths:
  /articles:
    get:
      parameters:
        - { ${name}, in: query, schema: { type: string } }
      responses:
        '200':
          description: Articles.
          content:
            application/json:
              schema: { type: array, items: { $ref: '#/components/schemas/Article' } }
components:
  schemas:
    Article:
      type: object
      properties:
        id: { type: integer }
        title: { type: string }
        body: { type: string }
`;

const schema = (index: string): string => `datasource db {
  provider = "postgresql"
}

model Article {
  id     Int    @id @default(autoincrement())
  title  String
  body   String
  author String
${index}}
`;

export const searchIndexed = localRule({
  id: 'cross/search-indexed',
  summary: 'Index the texts that lists are searched in.',
  why: 'A search for a word within a text reads every row, whatever ordinary indexes there are: those know how a text begins. Trigram and full-text indexes, or a search engine, know what is in it.',
  item: indexes,
  references: [
    postgresql('pg_trgm', 'pgtrgm.html'),
    prismaDocumentation('Indexes', 'prisma-schema/data-model/indexes'),
  ],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'A search in titles',
      bad: { 'openapi.yaml': description('name: «q»'), 'schema.prisma': schema('') },
      good: {
        'openapi.yaml': description('name: q'),
        'schema.prisma': schema('\n  @@index([title(ops: raw("gin_trgm_ops"))], type: Gin)\n'),
      },
    },
  ],
  on: ['openapi.operation'],
  needs: ['database'],
  *check(operation, scope) {
    const searched = unindexedSearch(operation, scope);
    if (searched === undefined) return;
    const { parameter, model, text } = searched;
    const isOwn = parameter.section === operation.section;
    yield {
      span: isOwn ? (parameter.name?.span ?? parameter.anchor) : operation.anchor,
      message: `${operationTitle(operation)} searches by “${parameter.name?.value}”, and ${model.name.value} has no index over words. Add a trigram or full-text index on the columns it looks in.`,
      related: [{ section: text.section, span: text.name.span, message: 'A text that may be searched in.' }],
    };
  },
});

const searchNames = wordSet('q query search searchterm searchquery searchtext keyword keywords term text fulltext');

function unindexedSearch(operation: Operation, scope: DatabaseScope) {
  const parameter: Parameter | undefined = effectiveParameters(operation, scope).find(
    ({ name, in: place }) => place?.value === 'query' && searchNames.has(foldedName(name?.value ?? '')),
  );
  const model = parameter && listedModel(operation, scope)?.model;
  const text = model?.fields.find(isFreeText);
  if (parameter === undefined || model === undefined || text === undefined || isSearchable(model)) return undefined;
  const texts = [operation.summary, operation.description, parameter.description];
  return texts.some((each) => engines.test(each?.value ?? '')) ? undefined : { parameter, model, text };
}

/** What else searches. */
const engines =
  /elastic|opensearch|algolia|meili|typesense|solr|lucene|\bts_?(?:vector|query)|full[- ]?text index|trigram|\bexact|prefix|begins? with|starts? with|from (?:its|the|their) (?:start|beginning)|beginning of/i;

function isFreeText({ name, type, isList }: PrismaField): boolean {
  return type.value === 'String' && !isList && freeTextWords.includes(wordsOf(name.value).at(-1) ?? '');
}

/** An index over words, a column made for searching, or a comment that speaks of either. */
function isSearchable(model: PrismaModel): boolean {
  const isOverWords = indexesOf(model).some(
    ({ kind, type }) => kind === 'fulltext' || type === 'Gin' || type === 'Gist',
  );
  const hasVector = model.fields.some(
    ({ type, name }) => /tsvector/i.test(type.value) || /search|tsv/i.test(name.value),
  );
  return isOverWords || hasVector || commentsSay(model.section.text, /full-?text|trigram|\bgin\b|tsvector|search/i);
}
