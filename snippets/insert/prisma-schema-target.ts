import type { PrismaDocument, PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { type Provider, providerOf } from '#core/prisma/provider.ts';
import type { PrismaSchema } from '#core/project/prisma-schema.ts';
import type { Review } from '#core/review.ts';
import type { IdType, PrismaTarget } from '#snippets/render/prisma-fields.ts';

/** The schema a pattern is put into, and the open file of it. */
export interface PrismaSchemaTarget {
  readonly schema: PrismaSchema;
  readonly document: PrismaDocument;
  readonly provider: Provider | undefined;
}

/** Undefined for a file that is no part of a Prisma schema. */
export function findSchema({ workspace }: Review, uri: string): PrismaSchemaTarget | undefined {
  const document = workspace.prismaDocuments.get(uri);
  const schema = document && workspace.schemas.find(({ documents }) => documents.includes(document));
  return document && schema && { schema, document, provider: providerOf(schema.all('prisma.datasource')) };
}

/** The model an offset stands in, comments before it not counted. */
export function modelAt({ sections, starts }: PrismaDocument, offset: number): PrismaModel | undefined {
  for (const [index, section] of sections.entries()) {
    const start = starts[index] ?? 0;
    const model = section.nodes.find(
      (node) => node.kind === 'prisma.model' && start + node.span.start <= offset && offset <= start + node.span.end,
    );
    if (model?.kind === 'prisma.model' && !model.isView) return model;
  }
  return undefined;
}

/** What fields have to follow to fit the schema. */
export function writingTarget({ schema, provider }: PrismaSchemaTarget): PrismaTarget {
  return {
    provider,
    momentAttribute: momentAttribute(schema),
    idTypeOf: (name) => {
      const model = schema.find('prisma.model', name);
      return model && idTypeOf(model);
    },
  };
}

/** The single field that is a model's primary key; undefined without one. */
export function idTypeOf(model: PrismaModel): IdType | undefined {
  const field = model.fields.find(({ attributes }) => attributes.some(({ name }) => name.value === 'id'));
  return field && { name: field.name.value, type: field.type.value, nativeType: nativeType(field) };
}

function nativeType({ section, attributes }: PrismaField): string {
  const native = attributes.find(({ name }) => /^\w+\./.test(name.value));
  return native === undefined ? '' : section.text.slice(native.span.start, native.span.end);
}

/** The native type more than half of the schema's DateTime fields have; empty for none. */
function momentAttribute(schema: PrismaSchema): string {
  const moments = schema
    .all('prisma.model')
    .flatMap(({ fields }) => fields.filter(({ type }) => type.value === 'DateTime').map(nativeType));
  const [first] = moments.filter((type) => type !== '');
  if (first === undefined) return '';
  return moments.filter((type) => type === first).length * 2 > moments.length ? first : '';
}
