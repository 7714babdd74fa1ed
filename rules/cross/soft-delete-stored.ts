import { blockId } from '#core/prisma/block-name.ts';
import type { PrismaSection } from '#core/prisma/model.ts';
import { globalRule, type Keyed } from '#core/rule.ts';
import type { Section } from '#core/text/section.ts';
import type { Span } from '#core/text/span.ts';
import { softDelete } from '#rules/checklist.ts';
import { keepsDeleted } from '#rules/detectors/cross/keeps-deleted.ts';
import { toldSoftDelete } from '#rules/detectors/cross/told-soft-delete.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { deletionTimeFix } from '#rules/fixes/prisma/deletion-time.ts';
import { aip } from '#rules/sources.ts';

/** An API that speaks of deleted rows, and a model that keeps none. */
interface UnkeptDeletion extends Keyed {
  readonly section: Section;
  readonly span: Span;
  readonly said: string;
  readonly stored: { readonly section: PrismaSection; readonly span: Span };
}

const description = (method: string, path: string, text: string): string => `openapi: 3.1.0
paths:
  /documents/{id}${path}:
    ${method}:${text}
      parameters:
        - { name: id, in: path, required: true, schema: { type: integer } }
      responses:
        '200':
          description: The document.
          content:
            application/json:
              schema: { $ref: '#/components/schemas/Document' }
components:
  schemas:
    Document:
      type: object
      properties:
        id: { type: integer }
        body: { type: string }
`;

const schema = (deleted: string): string => `model Document {
  id        Int      ${deleted === '' ? '' : ' '}@id @default(autoincrement())
  body      String
  createdAt DateTime ${deleted === '' ? '' : ' '}@default(now())
${deleted}}
`;

export const softDeleteStored = globalRule({
  id: 'cross/soft-delete-stored',
  summary: 'Keep a mark of deletion where the API brings deleted things back.',
  why: 'What the database has forgotten cannot be restored, listed or shown. A model without a mark of deletion has its rows deleted for good, whatever the API says of them.',
  item: softDelete,
  references: [aip(164)],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'What is restored is no longer there',
      bad: {
        'openapi.yaml': description('«post»', '/restore', ''),
        'schema.prisma': schema(''),
      },
      good: {
        'openapi.yaml': description('post', '/restore', ''),
        'schema.prisma': schema('  deletedAt DateTime?\n'),
      },
    },
    {
      title: 'A soft deletion that is none',
      bad: {
        'openapi.yaml': description('«delete»', '', '\n      description: Moves the document to the trash.'),
        'schema.prisma': schema(''),
      },
      good: {
        'openapi.yaml': description('delete', '', '\n      description: Moves the document to the trash.'),
        'schema.prisma': schema('  deletedAt DateTime?\n'),
      },
    },
  ],
  on: ['openapi.operation'],
  needs: ['database'],
  *gather(operation, scope): Iterable<UnkeptDeletion> {
    const told = toldSoftDelete(operation, scope);
    if (told === undefined || !isTable(told.model) || keepsDeleted(told.model, scope)) return;
    const { model, section, span, said } = told;
    const stored = { section: model.section, span: model.name.span };
    yield { key: blockId(model), section, span, said, stored };
  },
  *compare(facts) {
    const [first] = facts;
    if (first === undefined) return;
    const { key, section, span, said, stored } = first.value;
    yield {
      section,
      value: {
        span,
        message: `${said}, but ${key} has no mark of deletion.`,
        fixes: [deletionTimeFix(stored.section.uri, key)],
        related: [{ ...stored, message: 'Its rows are deleted for good.' }],
      },
    };
  },
});
