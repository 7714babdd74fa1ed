import type { OrReference, Schema } from '#core/openapi/model.ts';
import { type Cause, type Finding, localRule } from '#core/rule.ts';
import type { Located } from '#core/text/span.ts';
import { documentationFormats } from '#rules/checklist.ts';
import { hasText } from '#rules/detectors/openapi/has-text.ts';
import { quotedList } from '#rules/quoted-list.ts';
import { schemaTitle } from '#rules/schema-name.ts';
import { openApi } from '#rules/sources.ts';
import { isSelfEvident } from '#rules/words/self-evident-names.ts';

export const propertyDescribed = localRule({
  id: 'openapi/property-described',
  summary: 'Describe the properties whose names do not say it all.',
  why: 'What a value means, in which unit it is and when it is absent stands nowhere else: readers of a schema without descriptions ask, or guess.',
  item: documentationFormats,
  references: [openApi('Schema Object', 'schema-object')],
  severity: 'info',
  recommended: false,
  options: {
    all: { default: false, description: 'Ask for a description of `id`, `email` and the like, too.' },
  },
  examples: [
    {
      title: 'Two of three properties',
      bad: `openapi: 3.1.0
components:
  schemas:
    Order:
      type: object
      properties:
        id: { type: string }
        «weight»: { type: number }
        state: { type: string }
`,
      good: `openapi: 3.1.0
components:
  schemas:
    Order:
      type: object
      properties:
        id: { type: string }
        weight: { type: number, description: In kilogrammes, packaging included. }
        state: { type: string, description: How far the order has come. }
`,
    },
  ],
  on: ['openapi.schema'],
  having: ['properties'],
  check(schema, _scope, { all }) {
    const bare = schema.properties.flatMap(({ name, schema: property }) =>
      isBare(property) && (all || !isSelfEvident(name.value)) ? [name] : [],
    );
    const [first] = bare;
    return first === undefined ? none : [undescribed(schema, first, bare)];
  },
});

const none: readonly Finding[] = [];

/** What it refers to is described there, or is another one's matter. */
function isBare(property: OrReference<Schema>): boolean {
  if (property.kind === 'openapi.reference') return false;
  const isWrapped = property.allOf.some(({ kind }) => kind === 'openapi.reference');
  return !isWrapped && !hasText(property.description);
}

function undescribed(schema: Schema, { span }: Located<string>, bare: readonly Located<string>[]): Finding {
  const names = quotedList(bare.map(({ value }) => value));
  const of = schemaTitle(schema);
  const verb = bare.length === 1 ? 'has' : 'have';
  return { span, message: `${names} of ${of} ${verb} no description. Say what it means.`, cause };
}

const cause: Cause = {
  key: 'undescribed',
  message: (count) => `${count} schemas have properties without a description. Say what each of them means.`,
};
