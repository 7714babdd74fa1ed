import { effectiveParameters } from '#core/openapi/effective/effective.ts';
import { propertiesOf } from '#core/openapi/effective/schema-properties.ts';
import type { Info, Operation } from '#core/openapi/model.ts';
import type { PrismaModel, PrismaSection } from '#core/prisma/model.ts';
import { providerOf } from '#core/prisma/provider.ts';
import { type Cause, type DatabaseScope, globalRule, type Keyed, type Scope } from '#core/rule.ts';
import type { Section } from '#core/text/section.ts';
import type { Edit, Span } from '#core/text/span.ts';
import { idempotentConsumers } from '#rules/checklist.ts';
import { requestSubject, responseSubjects } from '#rules/detectors/cross/body-subject.ts';
import { storedKeys } from '#rules/detectors/cross/stored-keys.ts';
import { isKeyHeader } from '#rules/detectors/openapi/idempotency-key.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { factsOfKind } from '#rules/facts-of-kind.ts';
import { newColumn } from '#rules/fixes/prisma/new-column.ts';
import { prismaFix } from '#rules/fixes/prisma/prisma-fix.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { draft } from '#rules/sources.ts';
import { storedElsewhere } from '#rules/words/stored-elsewhere.ts';

const description = (name: string): string => `openapi: 3.1.0
paths:
  /payments:
    post:
      parameters:
        - { ${name}, in: header, required: true, schema: { type: string } }
      requestBody:
        content:
          application/json:
            schema: { $ref: '#/components/schemas/Payment' }
      responses:
        '201': { description: The payment is made. }
components:
  schemas:
    Payment:
      type: object
      properties:
        amount: { type: string }
        currency: { type: string }
`;

const schema = (key: string): string => `datasource db {
  provider = "postgresql"
}

model Payment {
  id             String   @id @default(uuid())
  amount         Decimal
  currency       String
${key}  createdAt      DateTime @default(now())
}
`;

export const idempotencyKeyStored = globalRule({
  id: 'cross/idempotency-key-stored',
  summary: 'Store the idempotency keys that requests bring along.',
  why: 'A key that is taken and not kept makes nothing idempotent: the client repeats the request because it was promised that it may, and pays twice. The unique key has to be written in the transaction of the effect.',
  item: idempotentConsumers,
  references: [draft('draft-ietf-httpapi-idempotency-key-header', 'The Idempotency-Key HTTP Header Field')],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'A key that no table keeps',
      bad: { 'openapi.yaml': description('name: «Idempotency-Key»'), 'schema.prisma': schema('') },
      good: {
        'openapi.yaml': description('name: Idempotency-Key'),
        'schema.prisma': schema('  idempotencyKey String?  @unique\n'),
      },
    },
  ],
  on: ['openapi.document', 'openapi.info', 'openapi.operation'],
  needs: ['database'],
  *gather(node, scope): Iterable<KeyFact> {
    if (node.kind === 'openapi.document') {
      if (storedKeys(node, scope).hasRequestKeys) yield { key, kind: 'kept' };
    } else if (node.kind === 'openapi.info') {
      if (isKeptElsewhere(node)) yield { key, kind: 'kept' };
    } else {
      const taken = node.origin === 'path' ? takenKey(node, scope) : undefined;
      if (taken !== undefined) yield takenFact(node, taken, scope);
    }
  },
  *compare(facts) {
    if (factsOfKind(facts, 'kept').length > 0) return;
    for (const { section, value } of factsOfKind(facts, 'taken')) {
      const { span, title, name, addition } = value;
      const message = `${title} takes ${name}, but no model keeps such keys.`;
      const fixes =
        addition === undefined ? [] : [prismaFix(addition.title, 'review', addition.section, ...addition.edits)];
      yield { section, value: { span, message, fixes, cause: unkept } };
    }
  },
});

const key = 'keys';

type KeyFact = Keyed & (TakenFact | { readonly kind: 'kept' });

interface TakenFact {
  readonly kind: 'taken';
  readonly span: Span;
  readonly title: string;
  /** `Idempotency-Key` */
  readonly name: string;
  readonly addition:
    | { readonly title: string; readonly section: PrismaSection; readonly edits: readonly [Edit, ...Edit[]] }
    | undefined;
}

const unkept: Cause = {
  key: 'unkept',
  message: (count) => `${count} operations take an idempotency key, but no model keeps such keys.`,
};

/** A key as an operation takes it. */
interface TakenKey {
  readonly section: Section;
  readonly span: Span;
  readonly name: string;
  readonly description: string | undefined;
}

/** In a header, or in the body; at the operation where that is shared. */
function takenKey(operation: Operation, scope: Scope): TakenKey | undefined {
  const parameter = effectiveParameters(operation, scope).find(isKeyHeader);
  const body = parameter === undefined ? requestSubject(operation, scope) : undefined;
  const property = body && propertiesOf(body, scope).find(({ name }) => /^idempotency/i.test(name.value));
  const name = parameter?.name ?? property?.name;
  const section = parameter?.section ?? property?.owner.section;
  if (name === undefined || section === undefined) return undefined;
  const description = (parameter ?? scope.resolve(property?.schema))?.description?.value;
  const isOwn = section === operation.section;
  return { section: operation.section, span: isOwn ? name.span : operation.anchor, name: name.value, description };
}

function takenFact(
  operation: Operation,
  { section, span, name, description: text }: TakenKey,
  scope: DatabaseScope,
): KeyFact {
  const isTold = [operation.description?.value, text].some((each) => storedElsewhere.test(each ?? ''));
  if (isTold) return { key, kind: 'kept' };
  return {
    key,
    kind: 'taken',
    section,
    span,
    name,
    title: operationTitle(operation),
    addition: keyColumn(operation, scope),
  };
}

function isKeptElsewhere({ description: text }: Info): boolean {
  return storedElsewhere.test(text?.value ?? '');
}

/** A unique column of the row that is made; where the database takes two empty values for the same, none. */
function keyColumn(operation: Operation, scope: DatabaseScope): TakenFact['addition'] {
  const provider = providerOf(scope.roots('prisma.datasource'));
  const model = provider === 'sqlserver' || provider === 'mongodb' ? undefined : modelMade(operation, scope);
  const column = model && isTable(model) ? newColumn(model, ['idempotency', 'key'], uniqueText, scope) : undefined;
  if (model === undefined || column === undefined) return undefined;
  const title = `Add \`${column.name} String? @unique\` to ${model.name.value}, empty in the rows that are there`;
  return { title, section: model.section, edits: column.edits };
}

const uniqueText = { type: 'String?', attributes: ['@unique'] };

function modelMade(operation: Operation, scope: DatabaseScope): PrismaModel | undefined {
  const body = requestSubject(operation, scope);
  const subjects = [...responseSubjects(operation, scope), ...(body === undefined ? [] : [body])];
  return subjects.map((subject) => scope.modelFor(subject, operation.path)).find((model) => model !== undefined);
}
