import { toPascalCase } from '#core/text/casing.ts';
import { nouns } from './nouns.ts';
import { Random } from './random.ts';

/** A Prisma schema of about so many lines, the same for the same seed. */
export function generatePrisma(lines: number, seed = 1): string {
  const random = new Random(seed);
  const parts = [
    'datasource db {\n  provider = "postgresql"\n}\n\ngenerator client {\n  provider = "prisma-client"\n}\n',
  ];
  let written = 7;
  for (let index = 0; written < lines; index++) {
    const model = modelText(index, random);
    parts.push(model);
    written += model.split('\n').length;
  }
  return parts.join('\n');
}

function modelText(index: number, random: Random): string {
  const name = modelName(index);
  const fields = [
    '  id        String   @id @default(uuid())',
    '  createdAt DateTime @default(now())',
    '  updatedAt DateTime @updatedAt',
  ];
  const count = 3 + random.below(12);
  for (let field = 0; field < count; field++) fields.push(`  ${random.pick(nouns)}${field} ${fieldType(random)}`);
  const block: string[] = [];
  if (index > 0) {
    const target = modelName(random.below(index));
    fields.push(
      `  parentId  String`,
      `  parent    ${target} @relation("R${index}", fields: [parentId], references: [id])`,
    );
    if (random.next() < 0.7) block.push('  @@index([parentId])');
  }
  const comment = random.next() < 0.3 ? '/// What the business calls it.\n' : '';
  return `${comment}model ${name} {\n${[...fields, '', ...block].join('\n')}\n}\n`;
}

function modelName(index: number): string {
  const noun = nouns[index % nouns.length] ?? nouns[0];
  return `${toPascalCase(noun)}${index < nouns.length ? '' : Math.floor(index / nouns.length)}`;
}

function fieldType(random: Random): string {
  return random.pick([
    'String',
    'String?',
    'Int',
    'Boolean @default(false)',
    'Decimal @db.Decimal(12, 2)',
    'Float',
    'Json?',
    'String @unique',
  ]);
}
