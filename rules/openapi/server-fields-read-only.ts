import { pointerOf } from '#core/openapi/view.ts';
import { type Cause, type Finding, globalRule, type Keyed } from '#core/rule.ts';
import type { Section } from '#core/text/section.ts';
import type { Span } from '#core/text/span.ts';
import type { TreeChange } from '#core/tree/change.ts';
import { requestContents } from '#rules/checklist.ts';
import { type ServerField, serverFields } from '#rules/detectors/openapi/server-field.ts';
import { markReadOnly } from '#rules/fixes/openapi/mark-read-only.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { openApi, owasp } from '#rules/sources.ts';
import { privilegeFields, recordFields } from '#rules/words/server-fields.ts';

export const serverFieldsReadOnly = globalRule({
  id: 'openapi/server-fields-read-only',
  summary: 'Mark what the server decides as `readOnly`.',
  why: 'What a request may hold, clients will send. Code that copies the body into the row then lets them choose ids, rewrite who did what and when, or make themselves administrators, and generated clients ask for values that are thrown away.',
  item: requestContents,
  references: [owasp(3), openApi('Schema Object', 'schema-object')],
  severity: 'warning',
  recommended: true,
  options: {
    names: {
      default: recordFields,
      description:
        'Whole property names, as words in lower case, that the server decides wherever the same schema is sent and returned.',
    },
    privileges: {
      default: privilegeFields,
      description: 'Whole property names, as words in lower case, that nobody may set in the own account.',
    },
  },
  examples: [
    {
      title: 'The schema of the request is that of the response',
      bad: `openapi: 3.1.0
paths:
  /orders:
    post:
      requestBody:
        content:
          application/json:
            schema: { $ref: '#/components/schemas/Order' }
      responses:
        '201': { $ref: '#/components/responses/Order' }
  /orders/{id}:
    get:
      responses:
        '200': { $ref: '#/components/responses/Order' }
components:
  responses:
    Order:
      description: The order.
      content:
        application/json:
          schema: { $ref: '#/components/schemas/Order' }
  schemas:
    Order:
      type: object
      properties:
        «id»:
          type: string
        note:
          type: string
        «createdAt»:
          type: string
          format: date-time
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    post:
      requestBody:
        content:
          application/json:
            schema: { $ref: '#/components/schemas/Order' }
      responses:
        '201': { $ref: '#/components/responses/Order' }
  /orders/{id}:
    get:
      responses:
        '200': { $ref: '#/components/responses/Order' }
components:
  responses:
    Order:
      description: The order.
      content:
        application/json:
          schema: { $ref: '#/components/schemas/Order' }
  schemas:
    Order:
      type: object
      properties:
        id:
          type: string
          readOnly: true
        note:
          type: string
        createdAt:
          type: string
          format: date-time
          readOnly: true
`,
    },
    {
      title: 'Who signs up is no administrator',
      bad: `openapi: 3.0.3
paths:
  /auth/register:
    post:
      requestBody:
        content:
          application/json:
            schema:
              type: object
              properties:
                email: { type: string }
                «isAdmin»: { type: boolean }
`,
      good: `openapi: 3.0.3
paths:
  /auth/register:
    post:
      requestBody:
        content:
          application/json:
            schema:
              type: object
              properties:
                email: { type: string }
                isAdmin: { type: boolean, readOnly: true }
`,
    },
  ],
  on: ['openapi.operation'],
  needs: ['usage'],
  *gather(operation, scope, { names, privileges }): Iterable<FoundField> {
    const title = operationTitle(operation);
    for (const field of serverFields(operation, { record: names, privilege: privileges }, scope)) {
      const { section, location } = field.schema;
      yield { key: JSON.stringify([section.uri, ...pointerOf(location)]), field, title };
    }
  },
  complete({ key, field, title }, { usage }): FieldFact | undefined {
    const { owner, name, schema, kind } = field;
    if (kind === 'record' && !usage(owner).inResponse) return undefined;
    const holder = owner.role === 'component' ? owner.name?.value : undefined;
    const told = { section: schema.section, span: name.span, name: name.value, holder };
    return { key, ...told, title, kind, changes: markReadOnly(field) };
  },
  *compare(facts) {
    const [first] = facts;
    if (first !== undefined) yield { section: first.value.section, value: settable(first.value, facts.length - 1) };
  },
});

interface FoundField extends Keyed {
  readonly field: ServerField;
  readonly title: string;
}

interface FieldFact extends Keyed {
  readonly section: Section;
  readonly span: Span;
  readonly name: string;
  /** The component that has the property. */
  readonly holder: string | undefined;
  /** The operation. */
  readonly title: string;
  readonly kind: ServerField['kind'];
  readonly changes: readonly [TreeChange, ...TreeChange[]] | undefined;
}

function settable({ span, name, holder, title, kind, changes }: FieldFact, others: number): Finding {
  const more = others === 0 ? '' : ` and ${others} more ${others === 1 ? 'operation' : 'operations'}`;
  const property = holder === undefined ? `“${name}”` : `“${name}” of “${holder}”`;
  const [takes, lets] = others === 0 ? ['takes', 'lets'] : ['take', 'let'];
  const fault =
    kind === 'record'
      ? `${takes} ${property}, which the server decides`
      : `${lets} callers set ${property} of their own account`;
  return {
    span,
    message: `${title}${more} ${fault}: mark it \`readOnly\`.`,
    fixes: changes === undefined ? [] : [{ title: `Mark ${property} as read-only`, safety: 'review', changes }],
    cause: causes[kind],
  };
}

const causes: { readonly [K in ServerField['kind']]: Cause } = {
  record: {
    key: 'record',
    message: (count) => `${count} properties that the server decides may be sent by clients: mark them \`readOnly\`.`,
    fixTitle: (count) => `Mark ${count} properties as read-only`,
  },
  privilege: {
    key: 'privilege',
    message: (count) => `${count} properties let callers raise themselves above others: mark them \`readOnly\`.`,
    fixTitle: (count) => `Mark ${count} properties as read-only`,
  },
};
