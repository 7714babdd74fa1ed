import { attributeOf } from '#core/prisma/attribute.ts';
import { defaultOf, nativeTypeOf } from '#core/prisma/field.ts';
import type { PrismaField } from '#core/prisma/model.ts';
import { localRule } from '#core/rule.ts';
import { foldedName, wordsOf } from '#core/text/casing.ts';
import { normalisation } from '#rules/checklist.ts';
import { generatedLength } from '#rules/detectors/prisma/column-type.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { prismaFix } from '#rules/fixes/prisma/prisma-fix.ts';
import { prismaDocumentation } from '#rules/sources.ts';

export const knownTextFits = localRule({
  id: 'prisma/known-text-fits',
  summary: 'Give a column the length that what it holds is known to have.',
  why: 'How long an e-mail address, an IP address or a hash of a password may be is written down. A shorter column works in all tests, and refuses, or cuts off, the first value that is longer: the first visitor with IPv6 cannot sign in.',
  item: normalisation,
  references: [
    prismaDocumentation('Native types', 'prisma-schema/data-model/models#native-types-mapping'),
    { title: 'RFC 5321, Size Limits and Minimums', url: 'https://www.rfc-editor.org/rfc/rfc5321#section-4.5.3.1' },
    { title: 'RFC 4291, Text Representation of Addresses', url: 'https://www.rfc-editor.org/rfc/rfc4291#section-2.2' },
  ],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'An address of IPv4 alone, and a short e-mail address',
      bad: `datasource db {
  provider = "mysql"
}

model SignIn {
  id        BigInt @id @default(autoincrement())
  email     String «@db.VarChar(40)»
  ipAddress String «@db.VarChar(15)»
}
`,
      good: `datasource db {
  provider = "mysql"
}

model SignIn {
  id        BigInt @id @default(autoincrement())
  email     String @db.VarChar(254)
  ipAddress String @db.VarChar(45)
}
`,
    },
  ],
  on: ['prisma.model'],
  *check(model) {
    if (!isTable(model)) return;
    for (const field of model.fields) {
      const native = nativeTypeOf(field);
      const needed = native && bounded.has(native.name) ? neededBy(field) : undefined;
      const length = Number(native?.args[0]);
      if (native === undefined || needed === undefined || !(length < needed.least)) continue;
      const type = `@${native.attribute.name.value}(${needed.length})`;
      const isKey = attributeOf(field, 'id') !== undefined;
      yield {
        span: native.attribute.span,
        message:
          `\`${model.name.value}.${field.name.value}\` holds ${length} characters, and ${needed.what} may have ${needed.length}.` +
          (isKey ? ' Make it longer, as the columns that refer to it.' : ''),
        fixes: isKey
          ? []
          : [
              prismaFix(
                `Make \`${model.name.value}.${field.name.value}\` \`${type}\` (the migration rewrites the column)`,
                'review',
                field.section,
                { span: native.attribute.span, newText: type },
              ),
            ],
      };
    }
  },
});

const bounded: ReadonlySet<string> = new Set(['VarChar', 'Char', 'NVarChar', 'NChar', 'String']);

interface Needed {
  readonly what: string;
  readonly length: number;
  /** Shorter columns are told of; between the two it is a choice. */
  readonly least: number;
}

function neededBy(field: PrismaField): Needed | undefined {
  if (field.type.value !== 'String' || field.isList) return undefined;
  const call = defaultOf(field);
  // `cuid(2)` and `nanoid(10)` are as long as their argument makes them.
  const isPlain = call?.kind === 'call' && (call.name === 'uuid' || call.args.length === 0);
  const generated = isPlain ? generatedLength(field) : undefined;
  if (generated !== undefined) return { what: 'what it is filled with', length: generated, least: generated };
  const name = foldedName(field.name.value);
  const words = wordsOf(field.name.value);
  if (words.some((word) => partWords.has(word))) return undefined;
  if (/(?:^|client|remote|user|source|login|last|peer)ip(?:addr|address|v6)?$/.test(name))
    return { what: 'an IPv6 address', length: 45, least: 39 };
  if (
    /(?:^|user|contact|customer|primary|billing|work|login|sender|recipient)e?mail(?:address)?$/.test(name) &&
    name !== 'mail'
  )
    return { what: 'an e-mail address', length: 254, least: 64 };
  return /^(?:hashed)?password(?:hash|digest)$|^hashedpassword$/.test(name)
    ? { what: 'a bcrypt hash', length: 60, least: 60 }
    : undefined;
}

/** What is kept of it is a part, or another form. */
const partWords: ReadonlySet<string> = new Set(
  'prefix domain masked short v4 ipv4 truncated anonymized anonymised'.split(' '),
);
