import { responseAt } from '#core/openapi/effective/documented-responses.ts';
import type { Operation } from '#core/openapi/model.ts';
import { blockId } from '#core/prisma/block-name.ts';
import type { PrismaModel, PrismaSection } from '#core/prisma/model.ts';
import { globalRule, type Keyed, type Scope } from '#core/rule.ts';
import type { Section } from '#core/text/section.ts';
import type { Span } from '#core/text/span.ts';
import { concurrency } from '#rules/checklist.ts';
import { itemModel } from '#rules/detectors/cross/item-model.ts';
import { rowVersionOf } from '#rules/detectors/cross/row-version.ts';
import { conditionsOf, writeConditions } from '#rules/detectors/openapi/conditional-headers.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { type NewColumn, newColumn } from '#rules/fixes/prisma/new-column.ts';
import { prismaFix } from '#rules/fixes/prisma/prisma-fix.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { rfc } from '#rules/sources.ts';

/** A write that is to be refused where the row has changed, of rows that do not tell. */
interface UnversionedWrite extends Keyed {
  readonly section: Section;
  readonly span: Span;
  readonly title: string;
  /** `takes If-Match`, `documents 412` */
  readonly says: string;
  readonly stored: { readonly section: PrismaSection; readonly span: Span };
  readonly addition: NewColumn | undefined;
}

const description = (name: string): string => `openapi: 3.1.0
paths:
  /orders/{id}:
    parameters:
      - { name: id, in: path, required: true, schema: { type: integer } }
    put:
      parameters:
        - { ${name}, in: header, required: true, schema: { type: string } }
      requestBody:
        content:
          application/json:
            schema: { $ref: '#/components/schemas/Order' }
      responses:
        '204': { description: The order is replaced. }
components:
  schemas:
    Order:
      type: object
      properties:
        reference: { type: string }
        note: { type: string }
`;

const schema = (version: string): string => `model Order {
  id        Int    @id @default(autoincrement())
  reference String
  note      String
  customer  String
${version}}
`;

export const versionColumnPresent = globalRule({
  id: 'cross/version-column-present',
  summary: 'Keep a version of rows that are written with If-Match.',
  why: 'If-Match asks whether the row is still the one that was read. Only a version that each change counts up, and that the update asks for in its `where`, can answer that for two requests at the same time; comparing first and writing then lets both through.',
  item: concurrency,
  references: [rfc(9110, '13.1.1')],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'A condition that nothing can be compared with',
      bad: { 'openapi.yaml': description('name: «If-Match»'), 'schema.prisma': schema('') },
      good: {
        'openapi.yaml': description('name: If-Match'),
        'schema.prisma': schema('  version   Int    @default(0)\n'),
      },
    },
  ],
  on: ['openapi.operation'],
  needs: ['database'],
  *gather(operation, scope): Iterable<UnversionedWrite> {
    const condition = isWrite(operation) ? conditionOf(operation, scope) : undefined;
    const model = condition && itemModel(operation.pathItem, scope);
    if (condition === undefined || model === undefined || !isTable(model) || rowVersionOf(model) !== undefined) return;
    yield {
      key: blockId(model),
      ...condition,
      title: operationTitle(operation),
      stored: { section: model.section, span: model.name.span },
      addition: versionColumn(model, scope),
    };
  },
  *compare(facts) {
    const [first] = facts;
    if (first === undefined) return;
    const { key, section, span, title, says, stored, addition } = first.value;
    const fixTitle = `Add \`${addition?.name} Int @default(0)\` to ${key} (0 in the rows that are there)`;
    yield {
      section,
      value: {
        span,
        message: `${title} ${says}, but ${key} has no version and no time of change.`,
        fixes: addition === undefined ? [] : [prismaFix(fixTitle, 'review', stored.section, ...addition.edits)],
        related: [{ ...stored, message: 'Nothing tells two versions of a row apart.' }],
      },
    };
  },
});

function isWrite({ method, origin }: Operation): boolean {
  return origin === 'path' && (method === 'put' || method === 'patch' || method === 'delete');
}

/** The header that asks for the version, else the status that says that it is another one by now. */
function conditionOf(
  operation: Operation,
  scope: Scope,
): Pick<UnversionedWrite, 'section' | 'span' | 'says'> | undefined {
  const [header] = conditionsOf(operation, writeConditions, scope);
  if (header !== undefined) {
    const { section, name, anchor, description: text } = header;
    return isDigest(text?.value) ? undefined : { section, span: name?.span ?? anchor, says: `takes ${name?.value}` };
  }
  const refused = responseAt(operation, '412') ?? responseAt(operation, '428');
  if (refused === undefined || isDigest(scope.resolve(refused.response)?.description?.value)) return undefined;
  return { section: operation.section, span: refused.status.span, says: `documents ${refused.status.value}` };
}

/** An ETag may be made of the content. */
function isDigest(text: string | undefined): boolean {
  return /\bhash|digest|checksum|\bmd5\b|\bsha-?\d|\bof the (?:content|body|representation)\b/i.test(text ?? '');
}

function versionColumn(model: PrismaModel, scope: Scope): NewColumn | undefined {
  return newColumn(model, ['version'], { type: 'Int', attributes: ['@default(0)'] }, scope);
}
