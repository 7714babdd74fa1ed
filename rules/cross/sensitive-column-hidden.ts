import type { Schema } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Finding, globalRule, type Keyed, type Scope } from '#core/rule.ts';
import { wordsOf } from '#core/text/casing.ts';
import type { Section } from '#core/text/section.ts';
import type { Span } from '#core/text/span.ts';
import { secrets } from '#rules/checklist.ts';
import {
  columnName,
  type DescribedField,
  describedFields,
  describedName,
} from '#rules/detectors/cross/described-fields.ts';
import { guardOf } from '#rules/detectors/cross/guarded-column.ts';
import { nameEnding } from '#rules/detectors/openapi/name-ending.ts';
import { type HiddenProperty, hiddenProperty } from '#rules/fixes/openapi/hide-property.ts';
import { owasp } from '#rules/sources.ts';
import { secretProperties } from '#rules/words/secret-properties.ts';
import { wordSet } from '#rules/words/word-list.ts';

const description = (properties: string): string => `openapi: 3.1.0
paths:
  /users/{id}:
    get:
      responses:
        '200':
          description: The user.
          content:
            application/json:
              schema:
                $ref: '#/components/schemas/User'
components:
  schemas:
    User:
      type: object
      properties:
        id:
          type: integer
        name:
          type: string${properties}
`;

const schema = `model User {
  id         Int     @id @default(autoincrement())
  name       String
  /// @sensitive
  taxNumber  String?
  resetToken String?
}
`;

export const sensitiveColumnHidden = globalRule({
  id: 'cross/sensitive-column-hidden',
  summary: 'Return no column that the schema keeps from clients.',
  why: 'What the database keeps for the server alone, a reset token or a note about the customer, is public once it is part of a response.',
  item: secrets,
  references: [owasp(3)],
  severity: 'error',
  recommended: true,
  examples: [
    {
      title: 'What the schema marks, and a token that lets anybody in',
      bad: {
        'openapi.yaml': description(
          '\n        «taxNumber»:\n          type: string\n        «resetToken»:\n          type: string',
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
      const draft = draftOf(described, scope);
      if (draft !== undefined) yield draft;
    }
  },
  complete({ owner, property, ...fact }, { usage }): Fact | undefined {
    const { inRequest, inResponse } = usage(owner);
    if (!inResponse) return undefined;
    return { ...fact, hiding: hiddenProperty(property, inRequest) };
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
  /** `User.resetToken` in the API. */
  readonly named: string;
  readonly column: string;
  readonly guard: string;
  readonly stored: { readonly section: Section; readonly span: Span };
  readonly hiding: HiddenProperty | undefined;
}

function draftOf(described: DescribedField, scope: Scope): Draft | undefined {
  const { object, property, field } = described;
  const { name, schema: written, owner } = property;
  // What its name tells is for `response-no-secrets` to tell.
  if (nameEnding(name.value, secretProperties) !== undefined) return undefined;
  const guard = guardOf(field);
  const value = scope.resolve(written);
  if (guard === undefined || value === undefined || value.writeOnly || value.types.includes('boolean'))
    return undefined;
  if (/mask|redact|last (?:four|4)|obfuscat/i.test(value.description?.value ?? '')) return undefined;
  if (wordsOf(object.name?.value ?? '').some((word) => insiders.has(word))) return undefined;
  return {
    key: JSON.stringify([owner.section.uri, ...pointerOf(owner.location), name.value]),
    section: owner.section,
    span: name.span,
    named: describedName(described),
    column: columnName(described),
    guard,
    stored: { section: field.section, span: field.name.span },
    owner,
    property,
  };
}

/** Schemas for those who run the service, and of what hands out tokens. */
const insiders = wordSet('admin internal backoffice staff moderator support private login auth session token signin');

function returned({ span, named, column, guard, stored, hiding }: Fact): Finding {
  return {
    span,
    message: `Responses hold \`${named}\`, which ${guard}.`,
    fixes: hiding === undefined ? [] : [{ ...hiding, safety: 'review' }],
    related: [{ ...stored, message: `The column ${column}.` }],
  };
}
