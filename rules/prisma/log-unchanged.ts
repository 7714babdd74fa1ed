import { attributeOf } from '#core/prisma/attribute.ts';
import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import { localRule } from '#core/rule.ts';
import { foldedName, wordsOf } from '#core/text/casing.ts';
import { singularOf } from '#core/text/english.ts';
import { timestamps } from '#rules/checklist.ts';
import { deletionFlagOf, deletionTimeOf } from '#rules/detectors/prisma/soft-delete.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { isUpdateName } from '#rules/detectors/prisma/time-field.ts';
import { workedOnNames } from '#rules/words/written-once.ts';

export const logUnchanged = localRule({
  id: 'prisma/log-unchanged',
  summary: 'Write audit records once: no time of change, no soft delete.',
  why:
    'An audit log proves what happened because nobody changes it. A column for the time of change, or a mark of deletion, says that rows are changed and hidden, and invites the code ' +
    'that does it. What is wrong is corrected by a further record.',
  item: timestamps,
  references: [
    {
      title: 'OWASP Logging Cheat Sheet',
      url: 'https://cheatsheetseries.owasp.org/cheatsheets/Logging_Cheat_Sheet.html',
    },
  ],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'An audit log that can be changed',
      bad: `model AuditLog {
  id        Int      @id @default(autoincrement())
  action    String
  createdAt DateTime @default(now())
  «updatedAt» DateTime @updatedAt
}
`,
      good: `model AuditLog {
  id        Int      @id @default(autoincrement())
  action    String
  createdAt DateTime @default(now())
}
`,
    },
  ],
  on: ['prisma.model'],
  *check(model) {
    if (!isRecordOfEvents(model) || !isTable(model)) return;
    const changes = [changeOf(model), deletionTimeOf(model) ?? deletionFlagOf(model)];
    for (const field of changes) {
      if (field === undefined) continue;
      const what = field === changes[0] ? 'changed' : 'hidden as deleted';
      yield {
        span: field.name.span,
        message: `\`${model.name.value}.${field.name.value}\` says that records are ${what}, which are written once. Stop writing it, and drop the column later.`,
      };
    }
  },
});

/** `AuditLog`, `security_events`, `audit_trail`, `audit_entries`; not what a person writes, or a job works on. */
function isRecordOfEvents(model: PrismaModel): boolean {
  const words = wordsOf(model.name.value).map(singularOf);
  const last = words.at(-1) ?? '';
  const joined = words.join('');
  const isAudit = words.includes('audit') || /^audit(?:log|trail|event|entry|record|history)$/.test(joined);
  const isLog = recordWords.has(last) && words.slice(0, -1).some((word) => eventWords.has(word));
  const isWorkedOn = model.fields.some(
    ({ name }) => workedOnNames.has(foldedName(name.value)) && !/^(?:name|email)$/.test(foldedName(name.value)),
  );
  const isOfAudits =
    isAudit &&
    ['plan', 'report', 'finding', 'rule', 'config', 'setting', 'template', 'policy', 'audit'].includes(last) &&
    joined !== 'audit';
  return (isAudit || isLog || joined === 'changelog') && !isOfAudits && !isWorkedOn;
}

const recordWords: ReadonlySet<string> = new Set('log event trail'.split(' '));

const eventWords: ReadonlySet<string> = new Set(
  'access security login auth authentication admin system request error compliance permission domain'.split(' '),
);

function changeOf({ fields }: PrismaModel): PrismaField | undefined {
  return fields.find(
    (field) =>
      attributeOf(field, 'updatedAt') !== undefined ||
      (field.type.value === 'DateTime' && isUpdateName(field.name.value)),
  );
}
