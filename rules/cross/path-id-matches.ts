import { effectiveParameters } from '#core/openapi/effective/effective.ts';
import { segmentsOf } from '#core/openapi/effective/path-template.ts';
import { propertiesOf } from '#core/openapi/effective/schema-properties.ts';
import type { Operation, Parameter } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type DatabaseScope, type Finding, globalRule, type Keyed } from '#core/rule.ts';
import type { Section } from '#core/text/section.ts';
import type { Span } from '#core/text/span.ts';
import type { TreeChange } from '#core/tree/change.ts';
import { contractMatchesDatabase } from '#rules/checklist.ts';
import { responseSubjects } from '#rules/detectors/cross/body-subject.ts';
import { fieldFor } from '#rules/detectors/cross/field-for.ts';
import { type ParameterClash, parameterClash } from '#rules/detectors/cross/parameter-clash.ts';
import { type PathRow, pathRow } from '#rules/detectors/cross/path-model.ts';
import { fitType } from '#rules/fixes/openapi/fit-type.ts';
import { prismaDocumentation } from '#rules/sources.ts';

const description = (id: string, schema: string): string => `openapi: 3.1.0
paths:
  /invoices/{id}:
    get:
      parameters:
        - name: ${id}
          in: path
          required: true
          schema:
            ${schema}
      responses:
        '200':
          description: The invoice.
          content:
            application/json:
              schema:
                $ref: '#/components/schemas/Invoice'
components:
  schemas:
    Invoice:
      type: object
      properties:
        number:
          type: string
        issuedOn:
          type: string
          format: date
`;

const schema = (id: string): string => `model Invoice {
  id       ${id}
  number   String
  issuedOn DateTime @db.Date
}
`;

const uuid = schema('String   @id @default(uuid()) @db.Uuid');
const integer = schema('Int      @id @default(autoincrement())');

export const pathIdMatches = globalRule({
  id: 'cross/path-id-matches',
  summary: 'Give an id in the path the type of the column it is looked up by.',
  why: 'The server casts what it is sent: an id that the description allows and the column cannot hold ends in a 500 instead of a 404, and generated clients ask for ids that do not exist.',
  item: contractMatchesDatabase,
  references: [
    prismaDocumentation('IDs', 'prisma-schema/data-model/models#defining-an-id-field'),
    prismaDocumentation('Model field scalar types', 'reference/prisma-schema-reference#model-field-scalar-types'),
  ],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'An integer that became a UUID',
      bad: { 'openapi.yaml': description('«id»', 'type: integer'), 'schema.prisma': uuid },
      good: { 'openapi.yaml': description('id', 'type: string\n            format: uuid'), 'schema.prisma': uuid },
    },
    {
      title: 'Any text for an integer',
      bad: { 'openapi.yaml': description('«id»', 'type: string'), 'schema.prisma': integer },
      good: { 'openapi.yaml': description('id', 'type: integer'), 'schema.prisma': integer },
    },
  ],
  on: ['openapi.operation'],
  needs: ['database'],
  *gather(operation, scope): Iterable<Fact> {
    if (operation.origin !== 'path' || !operation.path.includes('{')) return;
    const parameters = effectiveParameters(operation, scope);
    for (const row of rowsOf(operation, scope)) {
      const parameter = parameters.find(
        ({ name, in: place }) => place?.value === 'path' && name?.value === row.parameter,
      );
      const fact = parameter && factOf(parameter, row, operation, scope);
      if (fact !== undefined) yield fact;
    }
  },
  *compare(facts) {
    const [first] = facts;
    const isOne = new Set(facts.map(({ value }) => value.wanted)).size === 1;
    // A shared parameter that names keys of several kinds fits none of them better.
    const best = facts.find(({ value }) => value.fitted !== value.wanted) ?? first;
    if (best !== undefined && isOne) yield { section: best.value.section, value: clashFinding(best.value) };
  },
});

interface Fact extends Keyed {
  readonly section: Section;
  readonly span: Span;
  readonly name: string;
  readonly column: string;
  readonly stored: string;
  readonly documented: string;
  /** The type and format that would fit, as `integer` or `string, format: uuid`. */
  readonly wanted: string;
  /** The same with the format that the API gives the id elsewhere: `integer, format: int32`. */
  readonly fitted: string;
  readonly changes: readonly [TreeChange, ...TreeChange[]] | undefined;
  readonly place: { readonly section: Section; readonly span: Span };
}

/** The rows that a path names, from the first on: `/users/{userId}/orders/{orderId}` has two. */
function rowsOf({ path }: Operation, scope: DatabaseScope): readonly PathRow[] {
  const segments = segmentsOf(path);
  return segments.flatMap((segment, index) => {
    const row = segment.startsWith('{') ? pathRow(`/${segments.slice(0, index + 1).join('/')}`, scope) : undefined;
    return row ?? [];
  });
}

function factOf(parameter: Parameter, row: PathRow, operation: Operation, scope: DatabaseScope): Fact | undefined {
  const written = parameter.schema;
  const schema = written?.kind === 'openapi.schema' ? written : undefined;
  const clash = schema && parameterClash(schema, row, parameter.description?.value ?? '', scope);
  if (schema === undefined || clash === undefined || parameter.name === undefined) return undefined;
  const fitting = { ...clash, format: clash.format ?? returnedFormat(operation, row, clash.type, scope) };
  const { model, field } = row;
  return {
    key: JSON.stringify([parameter.section.uri, ...pointerOf(parameter.location)]),
    section: parameter.section,
    span: parameter.name.span,
    name: parameter.name.value,
    column: `${model.name.value}.${field.name.value}`,
    stored: clash.stored,
    documented: clash.documented,
    wanted: wantedText(clash),
    fitted: wantedText(fitting),
    changes: fitType(schema, fitting.type, fitting.format),
    place: { section: field.section, span: field.type.span },
  };
}

/** The format that what the operation returns has for the same column: `int32`. */
function returnedFormat(
  operation: Operation,
  { model, field }: PathRow,
  type: string,
  scope: DatabaseScope,
): string | undefined {
  for (const { name, schema } of responseSubjects(operation, scope).flatMap((each) => propertiesOf(each, scope))) {
    const value = fieldFor(model, name.value) === field ? scope.resolve(schema) : undefined;
    if (value?.types.includes(type) === true) return value.format?.value;
  }
  return undefined;
}

function wantedText({ type, format }: ParameterClash): string {
  return format === undefined ? `type: ${type}` : `type: ${type}, format: ${format}`;
}

function clashFinding({ span, name, column, stored, documented, wanted, fitted, changes, place }: Fact): Finding {
  return {
    span,
    message: `“${name}” in the path is ${documented}, and \`${column}\` is ${stored}.`,
    fixes: changes === undefined ? [] : [{ title: `Document “${name}” as \`${fitted}\``, safety: 'review', changes }],
    related: [{ ...place, message: `${column} is ${stored}.` }],
    cause: {
      key: `${column} ${documented}`,
      message: (count) => `${count} parameters in paths are ${documented}, and \`${column}\` is ${stored}.`,
      fixTitle: (count) => `Document ${count} parameters as \`${wanted}\``,
    },
  };
}
