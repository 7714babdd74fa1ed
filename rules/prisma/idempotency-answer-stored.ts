import { insertFieldsEdits } from '#core/prisma/edit.ts';
import type { PrismaModel } from '#core/prisma/model.ts';
import { bareType } from '#core/prisma/named-block.ts';
import { providerOf } from '#core/prisma/provider.ts';
import { foreignKeysOf } from '#core/prisma/relation.ts';
import { type Fix, localRule, type Scope } from '#core/rule.ts';
import { foldedName, wordsOf } from '#core/text/casing.ts';
import { idempotentConsumers } from '#rules/checklist.ts';
import { idempotencyKeyOf, isIdempotencyModel } from '#rules/detectors/prisma/idempotency-key.ts';
import { commentsSay } from '#rules/detectors/prisma/prisma-comments.ts';
import { siblingModels } from '#rules/detectors/prisma/sibling-models.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { addedColumns } from '#rules/fixes/prisma/added-columns.ts';
import { columnLine } from '#rules/fixes/prisma/column-line.ts';
import { prismaFix } from '#rules/fixes/prisma/prisma-fix.ts';
import { draft } from '#rules/sources.ts';

export const idempotencyAnswerStored = localRule({
  id: 'prisma/idempotency-answer-stored',
  summary: 'Store with an idempotency key what was asked, what was answered, and until when it holds.',
  why:
    'A repeated request gets the first answer again: it has to be stored. Without a hash of the request a key that is used for another one gets an answer to something it did not ask, and ' +
    'without an end the table only grows.',
  item: idempotentConsumers,
  references: [draft('draft-ietf-httpapi-idempotency-key-header', 'The Idempotency-Key HTTP Header Field')],
  severity: 'info',
  recommended: true,
  examples: [
    {
      title: 'Keys alone',
      bad: `model «IdempotencyKey» {
  key       String   @id
  createdAt DateTime @default(now())
}
`,
      good: `model IdempotencyKey {
  key            String    @id
  createdAt      DateTime  @default(now())
  requestHash    String?
  responseStatus Int?
  responseBody   Json?
  expiresAt      DateTime?
}
`,
    },
  ],
  on: ['prisma.model'],
  *check(model, scope) {
    if (!isIdempotencyModel(model) || idempotencyKeyOf(model) === undefined || !isTable(model)) return;
    const missing = missingParts(model);
    if (missing.length === 0) return;
    const names = missing.map(({ meaning }) => meaning);
    const fix = insertFix(model, missing, scope);
    yield {
      span: model.name.span,
      message: `${model.name.value} does not store ${listed(names)}.`,
      ...(fix && { fixes: [fix] }),
    };
  },
});

interface Part {
  readonly meaning: string;
  readonly columns: readonly (readonly [name: string, type: string])[];
}

const hash: Part = { meaning: 'which request a key came with', columns: [['requestHash', 'String?']] };
const answer: Part = {
  meaning: 'what was answered',
  columns: [
    ['responseStatus', 'Int?'],
    ['responseBody', 'Json?'],
  ],
};
const end: Part = { meaning: 'until when a key holds', columns: [['expiresAt', 'DateTime?']] };

/** What the request made may be the answer: a relation to the order, or its id. */
function missingParts(model: PrismaModel): readonly Part[] {
  const words = new Set(model.fields.flatMap(({ name }) => wordsOf(name.value)));
  const has = (...some: readonly string[]): boolean => some.some((word) => words.has(word));
  const isResult =
    foreignKeysOf(model).some(({ field }) => !people.test(bareType(field))) || model.fields.some(isResourceId);
  const isAnswered = has('response', 'result', 'answer', 'status', 'body', 'output', 'resource') || isResult;
  const isTold = has(
    'hash',
    'fingerprint',
    'checksum',
    'digest',
    'request',
    'params',
    'payload',
    'body',
    'input',
    'path',
    'endpoint',
    'route',
    'operation',
  );
  const isEnded =
    has('expires', 'expiry', 'expire', 'expiration', 'ttl', 'until', 'valid') ||
    commentsSay(model.section.text, /\bexpir|\bttl\b|\bcleanup\b|\bpurge/i);
  return [...(isTold ? [] : [hash]), ...(isAnswered ? [] : [answer]), ...(isEnded ? [] : [end])];
}

const people = /^(?:app_?)?(?:user|account|tenant|organi[sz]ation|merchant|client|customer|workspace|team|member)s?$/i;

function isResourceId({ name }: PrismaModel['fields'][number]): boolean {
  const folded = foldedName(name.value);
  return (
    folded.endsWith('id') &&
    folded !== 'id' &&
    !people.test(folded.slice(0, -2)) &&
    !/^(?:request|idempotency|key|trace)id$/.test(folded)
  );
}

function insertFix(model: PrismaModel, missing: readonly Part[], scope: Scope): Fix | undefined {
  const siblings = siblingModels(model, scope);
  const provider = providerOf(scope.roots('prisma.datasource'));
  const columns = missing.flatMap((part) => part.columns);
  const [first, ...rest] = columns.map(([name, type]) =>
    columnLine(name, type === 'Json?' && provider === 'sqlserver' ? 'String?' : type, siblings),
  );
  if (first === undefined) return undefined;
  const names = addedColumns([first, ...rest]);
  return prismaFix(
    `Add ${names} to ${model.name.value}`,
    'review',
    model.section,
    ...insertFieldsEdits(model, [first, ...rest]),
  );
}

function listed(texts: readonly string[]): string {
  const last = texts.at(-1) ?? '';
  return texts.length < 2 ? last : `${texts.slice(0, -1).join(', ')} and ${last}`;
}
