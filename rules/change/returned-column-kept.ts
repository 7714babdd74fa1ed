import { type OwnedProperty, propertiesOf } from '#core/openapi/effective/schema-properties.ts';
import type { Operation, Schema } from '#core/openapi/model.ts';
import { attributeOf } from '#core/prisma/attribute.ts';
import { mappedName } from '#core/prisma/field.ts';
import type { PrismaField } from '#core/prisma/model.ts';
import { type BaseScope, type DatabaseScope, type Finding, jointRule } from '#core/rule.ts';
import { foldedName } from '#core/text/casing.ts';
import { apiChanges } from '#rules/checklist.ts';
import { columnChanges } from '#rules/detectors/change/column-changes.ts';
import { componentOf } from '#rules/detectors/change/component-of.ts';
import { responseSubjects } from '#rules/detectors/cross/body-subject.ts';
import { fieldBack } from '#rules/fixes/prisma/field-back.ts';
import { prismaDocumentation } from '#rules/sources.ts';

const description = (total: string): string => `openapi: 3.1.0
paths:
  /orders/{id}:
    get:
      responses:
        '200':
          description: The order.
          content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } }
components:
  schemas:
    Order:
      type: object
      properties:
        id: { type: integer }
        reference: { type: string }
        ${total}: { type: string }
`;

const schema = (total: string): string => `model Order {
  id        Int    @id @default(autoincrement())
  reference String
${total}}
`;

export const returnedColumnKept = jointRule({
  id: 'change/returned-column-kept',
  summary: 'Keep the columns that responses return.',
  why: 'The description still promises the property, and no row has it any more: clients read nothing, or get a 500.',
  item: apiChanges,
  references: [prismaDocumentation('@ignore', 'reference/prisma-schema-reference#ignore')],
  severity: 'error',
  recommended: true,
  examples: [
    {
      title: 'A column that a response returns',
      bad: {
        'base/openapi.yaml': description('note'),
        'base/schema.prisma': schema('  note      String\n'),
        'openapi.yaml': description('«note»'),
        'schema.prisma': schema(''),
      },
      good: {
        'base/openapi.yaml': description('note'),
        'base/schema.prisma': schema('  note      String\n'),
        'openapi.yaml': description('note'),
        'schema.prisma': schema('  note      String\n'),
      },
    },
  ],
  on: ['openapi.schema', 'openapi.operation'],
  *check(node, scope) {
    for (const { object, path } of returnedObjects(node, scope)) yield* lostProperties(object, path, scope);
  },
});

interface Returned {
  readonly object: Schema;
  readonly path: string | undefined;
}

/** A component that responses held already, or what an operation writes in place. */
function returnedObjects(node: Schema | Operation, scope: BaseScope): readonly Returned[] {
  if (node.kind === 'openapi.operation') {
    if (node.origin !== 'path') return [];
    const own = responseSubjects(node, scope).filter(
      ({ role, section }) => role !== 'component' && section === node.section,
    );
    return own.map((object) => ({ object, path: node.path }));
  }
  const name = componentOf(node)?.split('/')[1];
  const former = name === undefined ? undefined : scope.base.find('openapi.schema', name);
  return former !== undefined && scope.base.usage(former).inResponse ? [{ object: node, path: undefined }] : [];
}

function* lostProperties(
  object: Schema,
  path: string | undefined,
  scope: BaseScope & DatabaseScope,
): Iterable<Finding> {
  const { base } = scope;
  const match = scope.mappingFor(object, path);
  const changes = match && columnChanges(match.model, scope);
  if (match === undefined || changes === undefined) return;
  for (const property of propertiesOf(object, scope)) {
    if (property.owner !== object && property.owner.role === 'component') continue;
    const field = match.fieldFor(property) === undefined ? goneField(property, changes.removed) : undefined;
    if (field === undefined || isMadeOtherwise(property, scope)) continue;
    const holder = object.role === 'component' ? object.name?.value : undefined;
    yield {
      section: property.owner.section,
      span: property.name.span,
      message: `\`${holder ?? match.model.name.value}.${property.name.value}\` is still returned, but its column is gone. Take them away together.`,
      cause: {
        key: `${match.model.name.value}.${field.name.value}`,
        message: (count) =>
          `${count} responses still return \`${field.name.value}\`, and its column is gone. Take them away together.`,
        fixTitle: () => `Bring \`${field.name.value}\` back`,
      },
      // What the client does not know is not returned either.
      fixes: fieldBack(field, changes.former, match.model, scope).slice(-1),
      related: [
        {
          section: match.model.section,
          span: match.model.name.span,
          message: `\`${match.model.name.value}\` has no \`${field.name.value}\` any more.`,
        },
        base.placed(field.section, field.name.span, `The column as it was in ${base.name}.`),
      ],
    };
  }
}

/** What the client was not to know is in no response. */
function goneField({ name }: OwnedProperty, removed: readonly PrismaField[]): PrismaField | undefined {
  const key = foldedName(name.value);
  return removed.find((field) => {
    const names = [field.name.value, mappedName(field)?.value ?? ''];
    return attributeOf(field, 'ignore') === undefined && names.some((each) => foldedName(each) === key);
  });
}

/** What is written only is not returned, and a text may say where else a value comes from. */
function isMadeOtherwise({ schema }: OwnedProperty, scope: DatabaseScope): boolean {
  const value = scope.resolve(schema);
  return value === undefined || value.writeOnly || madeOtherwise.test(value.description?.value ?? '');
}

const madeOtherwise =
  /\b(?:computed|calculated|derived|aggregated?|sum of|number of|count of|deprecated|always|no longer|formerly|legacy|from (?:the|another|an) \w+ (?:service|system|provider))\b/i;
