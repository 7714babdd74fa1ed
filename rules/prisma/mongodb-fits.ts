import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { modelOf } from '#core/prisma/named-block.ts';
import { providerOf } from '#core/prisma/provider.ts';
import { foreignKeysOf } from '#core/prisma/relation.ts';
import { localRule, type Scope } from '#core/rule.ts';
import { storeFit } from '#rules/checklist.ts';
import { prismaDocumentation } from '#rules/sources.ts';

export const mongodbFits = localRule({
  id: 'prisma/mongodb-fits',
  summary: 'Keep data that is full of relations in a relational database.',
  why: 'MongoDB checks no foreign key and joins at a price: with many relations between documents, integrity and joins become the work of every service. Embedded types, or a relational store, fit such data better.',
  item: storeFit,
  references: [prismaDocumentation('MongoDB', 'overview/databases/mongodb')],
  severity: 'info',
  recommended: false,
  options: {
    relations: { default: 5, description: 'How many relations a MongoDB schema may have before it is reported.' },
  },
  examples: [
    {
      title: 'Documents that refer to each other from many sides',
      bad: `datasource db {
  provider = «"mongodb"»
}

model Article {
  id     String   @id @default(auto()) @map("_id") @db.ObjectId
  tagIds String[] @db.ObjectId
  tags   Tag[]    @relation(fields: [tagIds], references: [id])
}

model Tag {
  id         String    @id @default(auto()) @map("_id") @db.ObjectId
  articleIds String[]  @db.ObjectId
  articles   Article[] @relation(fields: [articleIds], references: [id])
}
`,
      good: `datasource db {
  provider = "mongodb"
}

type Line {
  sku      String
  quantity Int
}

model Order {
  id         String   @id @default(auto()) @map("_id") @db.ObjectId
  lines      Line[]
  customer   Customer @relation(fields: [customerId], references: [id])
  customerId String   @db.ObjectId
}

model Customer {
  id     String  @id @default(auto()) @map("_id") @db.ObjectId
  orders Order[]
}
`,
    },
  ],
  on: ['prisma.datasource'],
  *check({ provider, name }, scope, { relations }) {
    if (provider === undefined || providerOf(scope.roots('prisma.datasource')) !== 'mongodb') return;
    const models = scope.names('prisma.model').flatMap((model) => scope.find('prisma.model', model) ?? []);
    // Both sides of a many-to-many relation hold ids.
    const lists = Math.ceil(models.flatMap((model) => manyToMany(model, scope)).length / 2);
    const count = models.flatMap(foreignKeysOf).length - lists;
    if (count <= relations && lists === 0) return;
    const many = lists === 0 ? '' : `, ${lists} of them many-to-many`;
    yield {
      span: provider.span,
      message: `\`${name.value}\` is a MongoDB, which guards no relation, and ${count} ${count === 1 ? 'leads' : 'lead'} from document to document${many}: embed what is read together, or choose a relational database.`,
    };
  },
});

/** The list fields that hold the ids of other documents. */
function manyToMany(model: PrismaModel, scope: Scope): readonly PrismaField[] {
  return model.fields.filter(
    (field) =>
      field.isList &&
      modelOf(field, scope) !== undefined &&
      field.attributes.some(
        ({ name, args }) => name.value === 'relation' && args.some((arg) => arg.name?.value === 'fields'),
      ),
  );
}
