import type { OtherKind } from '#core/openapi/reference/other-kind.ts';
import { pointerOf, type Reference } from '#core/openapi/view.ts';
import { type Cause, type Finding, type Fix, localRule, type Scope } from '#core/rule.ts';
import { entriesOf } from '#core/tree/tree.ts';
import { validity } from '#rules/checklist.ts';
import { belowSchema } from '#rules/fixes/openapi/below-schema.ts';
import { placeOfKind } from '#rules/fixes/openapi/place-of-kind.ts';
import { openApi } from '#rules/sources.ts';

export const referenceKind = localRule({
  id: 'openapi/reference-kind',
  summary: 'Let a `$ref` lead to the kind of thing that is wanted.',
  why: 'A parameter where a schema is wanted, or a schema where a response is, means nothing there. Some tools refuse the description, others leave the part out.',
  item: validity,
  references: [openApi('Reference Object', 'reference-object')],
  severity: 'error',
  recommended: true,
  examples: [
    {
      title: 'A parameter in place of a schema',
      bad: `openapi: 3.1.0
paths:
  /orders:
    get:
      parameters:
        - name: page
          in: query
          schema: { $ref: «'#/components/parameters/Page'» }
components:
  parameters:
    Page:
      name: page
      in: query
      schema: { type: integer }
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    get:
      parameters:
        - name: page
          in: query
          schema: { $ref: '#/components/parameters/Page/schema' }
components:
  parameters:
    Page:
      name: page
      in: query
      schema: { type: integer }
`,
    },
    {
      title: 'The response of a name in place of the schema',
      bad: `swagger: '2.0'
paths:
  /orders/{id}:
    post:
      responses:
        200:
          description: The order.
          schema: { $ref: «'#/responses/Order'» }
responses:
  Order: { description: The order. }
definitions:
  Order: { type: object, example: { id: 1 } }
`,
      good: `swagger: '2.0'
paths:
  /orders/{id}:
    post:
      responses:
        200:
          description: The order.
          schema: { $ref: '#/definitions/Order' }
responses:
  Order: { description: The order. }
definitions:
  Order: { type: object, example: { id: 1 } }
`,
    },
  ],
  on: ['openapi.reference'],
  check(reference, scope) {
    const stands = scope.outcome(reference) === 'other-kind' ? scope.otherKind(reference) : undefined;
    return stands === undefined ? none : [found(reference, stands, scope)];
  },
});

const none: readonly Finding[] = [];

function found(reference: Reference, stands: OtherKind, scope: Scope): Finding {
  const { target, targetSpan: span } = reference;
  const wanted = wantedText(reference);
  const place = placeOfKind(reference, stands, scope);
  return {
    span,
    message: `“${target}” leads to ${standsText(stands, reference)}, where ${wanted} is wanted.`,
    fixes: place === undefined ? wrapped(reference, stands) : [referTo(reference, place)],
    cause: causeOf(reference, stands, wanted, place),
  };
}

/** The value of an Example Object stands under its `value`. */
function wantedText({ to }: Reference): string {
  return to === 'openapi.example' ? 'an example with a “value”' : kindText(to.replace(/^openapi\./, ''));
}

function standsText(stands: OtherKind, { to }: Reference): string {
  if (stands === 'data') return to === 'openapi.example' ? 'a value' : 'an example or other data';
  return stands === 'part' ? 'a part of something' : kindText(stands);
}

function kindText(kind: string): string {
  const name = kind.replaceAll('-', ' ');
  return `${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name}`;
}

/** All that lead to one place, and want the same there. */
function causeOf(reference: Reference, stands: OtherKind, wanted: string, place: string | undefined): Cause {
  const { target, to } = reference;
  return {
    key: `${target} ${to}`,
    message: (count) =>
      `${count} references lead to “${target}”, ${standsText(stands, reference)}, where ${wanted} is wanted.`,
    ...(place !== undefined && { fixTitle: (count: number) => `Refer to “${place}” instead in ${count} places` }),
  };
}

/** What has a schema is meant to have that one. */
function wrapped({ to, section, location, tree }: Reference, stands: OtherKind): readonly Fix[] {
  const isAlone = entriesOf(tree).length === 1;
  if (to !== 'openapi.media-type' || stands !== 'schema' || !isAlone) return [];
  return [belowSchema(section.uri, pointerOf(location))];
}

function referTo({ section, location }: Reference, place: string): Fix {
  const pointer = [...pointerOf(location), '$ref'];
  return {
    title: `Refer to “${place}” instead`,
    safety: 'review',
    changes: [{ kind: 'set', uri: section.uri, pointer, value: place }],
  };
}
