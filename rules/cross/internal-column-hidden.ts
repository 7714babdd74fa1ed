import type { Schema } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import type { PrismaField } from '#core/prisma/model.ts';
import { type Finding, globalRule, type Keyed } from '#core/rule.ts';
import { foldedName, wordsOf } from '#core/text/casing.ts';
import type { Section } from '#core/text/section.ts';
import type { Span } from '#core/text/span.ts';
import { contractMatchesDatabase } from '#rules/checklist.ts';
import {
  columnName,
  type DescribedField,
  describedFields,
  describedName,
} from '#rules/detectors/cross/described-fields.ts';
import { deletionFlagOf } from '#rules/detectors/prisma/soft-delete.ts';
import { type HiddenProperty, hiddenProperty } from '#rules/fixes/openapi/hide-property.ts';
import { owasp } from '#rules/sources.ts';
import { wordSet } from '#rules/words/word-list.ts';

const description = (tenant: string): string => `openapi: 3.1.0
paths:
  /projects/{id}:
    get:
      responses:
        '200':
          description: The project.
          content:
            application/json:
              schema:
                $ref: '#/components/schemas/Project'
components:
  schemas:
    Project:
      type: object
      properties:
        id:
          type: integer
        title:
          type: string${tenant}
`;

const schema = `model Project {
  id        Int     @id @default(autoincrement())
  tenantId  String
  title     String
  isDeleted Boolean @default(false)

  @@index([tenantId])
}
`;

export const internalColumnHidden = globalRule({
  id: 'cross/internal-column-hidden',
  summary: 'Return no columns that only the server works with.',
  why: 'How rows are parted among tenants, locked and marked as deleted is nobody’s business outside: what is returned once, clients rely on, and it can no longer be changed.',
  item: contractMatchesDatabase,
  references: [owasp(3)],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'A tenant, and the flag of a soft deletion',
      bad: {
        'openapi.yaml': description(
          '\n        «tenantId»:\n          type: string\n        «isDeleted»:\n          type: boolean',
        ),
        'schema.prisma': schema,
      },
      good: { 'openapi.yaml': description(''), 'schema.prisma': schema },
    },
  ],
  on: ['openapi.schema', 'openapi.operation'],
  needs: ['database', 'usage'],
  *gather(node, scope): Iterable<Draft> {
    for (const described of describedFields(node, scope)) {
      const { object, property, field, model } = described;
      const what = internalUse(field, deletionFlagOf(model));
      const isInside = wordsOf(object.name?.value ?? '').some((word) => insiders.has(word));
      if (what === undefined || isInside || scope.resolve(property.schema)?.writeOnly !== false) continue;
      const { owner, name } = property;
      yield {
        key: JSON.stringify([owner.section.uri, ...pointerOf(owner.location), name.value]),
        section: owner.section,
        span: name.span,
        named: describedName(described),
        column: columnName(described),
        what,
        stored: { section: field.section, span: field.name.span },
        owner,
        property,
      };
    }
  },
  complete({ owner, property, ...fact }, { usage }): Fact | undefined {
    const { inRequest, inResponse } = usage(owner);
    return inResponse ? { ...fact, hiding: hiddenProperty(property, inRequest) } : undefined;
  },
  *compare(facts) {
    const [first] = facts;
    if (first !== undefined) yield { section: first.value.section, value: returned(first.value) };
  },
});

interface Draft extends Omit<Fact, 'hiding'> {
  readonly owner: Schema;
  readonly property: DescribedField['property'];
}

interface Fact extends Keyed {
  readonly section: Section;
  readonly span: Span;
  readonly named: string;
  readonly column: string;
  readonly what: string;
  readonly stored: { readonly section: Section; readonly span: Span };
  readonly hiding: HiddenProperty | undefined;
}

const insiders = wordSet(
  'admin internal backoffice staff moderator support private deleted trash trashed archived tenant',
);

/** What the server works with a column for; undefined for one that is part of the resource. */
function internalUse(field: PrismaField, flag: PrismaField | undefined): string | undefined {
  // When it was deleted may be shown where deleted rows can be looked at.
  if (field === flag) return 'marks deleted rows';
  const name = foldedName(field.name.value);
  if (name === 'tenantid') return 'parts the rows among tenants';
  if (locks.has(name)) return 'guards against lost updates';
  return searched.has(name) ? 'is there to be searched' : undefined;
}

const locks = wordSet('lockversion rowversion optimisticlock optlock');
const searched = wordSet('searchvector tsvector searchtext searchindex fulltext');

function returned({ span, named, column, what, stored, hiding }: Fact): Finding {
  return {
    span,
    message: `Responses hold \`${named}\`, whose column ${what}.`,
    fixes: hiding === undefined ? [] : [{ ...hiding, safety: 'review' }],
    related: [{ ...stored, message: `The column ${column}.` }],
    cause: {
      key: what,
      message: (count) => `Responses hold ${count} properties whose columns only the server works with: each ${what}.`,
    },
  };
}
