import { propertiesOf } from '#core/openapi/effective/schema-properties.ts';
import type { Schema } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Cause, type Finding, type Fix, globalRule, type InSection, type Keyed, type Scope } from '#core/rule.ts';
import { foldedName } from '#core/text/casing.ts';
import type { Section } from '#core/text/section.ts';
import type { Span } from '#core/text/span.ts';
import type { TreeChange } from '#core/tree/change.ts';
import { findValue } from '#core/tree/tree.ts';
import { pagination } from '#rules/checklist.ts';
import { listBody } from '#rules/detectors/openapi/collection.ts';
import { isWrittenInPlace } from '#rules/detectors/openapi/written-in-place.ts';
import { operationTitle } from '#rules/operation-title.ts';
import { azure } from '#rules/sources.ts';
import { wordSet } from '#rules/words/word-list.ts';

export const nextLinkOmitted = globalRule({
  id: 'openapi/next-link-omitted',
  summary: 'Leave the link to the next page out of the last page, instead of making it null.',
  why: 'Clients look whether the link is there. Where one list leaves it out and another one sends null, half of them ask for a page called “null”.',
  item: pagination,
  references: [azure('collections-nextlink-value-never-null')],
  severity: 'info',
  recommended: false,
  options: {
    everywhere: {
      default: false,
      description: 'Tell also of descriptions in which nearly all such links may be null.',
    },
  },
  examples: [
    {
      title: 'One of two lists ends with null',
      bad: `openapi: 3.1.0
paths:
  /orders: { get: { responses: { '200': { $ref: '#/components/responses/Orders' } } } }
  /orders/{id}: { get: { responses: {} } }
  /users: { get: { responses: { '200': { $ref: '#/components/responses/Users' } } } }
  /users/{id}: { get: { responses: {} } }
components:
  responses:
    Orders:
      description: Orders.
      content:
        application/json:
          schema:
            type: object
            properties:
              orders: { type: array, items: { type: object } }
              «nextLink»: { type: [string, 'null'] }
    Users:
      description: Users.
      content:
        application/json:
          schema:
            type: object
            properties:
              users: { type: array, items: { type: object } }
              nextLink: { type: string }
`,
      good: `openapi: 3.1.0
paths:
  /orders: { get: { responses: { '200': { $ref: '#/components/responses/Orders' } } } }
  /orders/{id}: { get: { responses: {} } }
  /users: { get: { responses: { '200': { $ref: '#/components/responses/Users' } } } }
  /users/{id}: { get: { responses: {} } }
components:
  responses:
    Orders:
      description: Orders.
      content:
        application/json:
          schema:
            type: object
            properties:
              orders: { type: array, items: { type: object } }
              nextLink: { type: string }
    Users:
      description: Users.
      content:
        application/json:
          schema:
            type: object
            properties:
              users: { type: array, items: { type: object } }
              nextLink: { type: string }
`,
    },
  ],
  on: ['openapi.operation'],
  *gather(operation, scope): Iterable<NextFact> {
    const envelope = listBody(operation, scope)?.envelope;
    if (envelope === undefined) return;
    for (const { name, schema, owner } of propertiesOf(envelope, scope)) {
      const resolved = nextNames.has(foldedName(name.value)) ? scope.resolve(schema) : undefined;
      if (resolved === undefined || isObject(resolved)) continue;
      const { section, location } = owner;
      const place = JSON.stringify([section.uri, ...pointerOf(location), name.value]);
      const required = owner.required.some(({ value }) => value === name.value);
      const isNull = mayBeNull(resolved, scope);
      const isOwn = resolved.section === section && resolved.role !== 'component' && isWrittenInPlace(resolved);
      const site = isOwn && isNull && !required ? siteOf(resolved) : undefined;
      const title = operationTitle(operation);
      yield { key: 'next', section, span: name.span, place, title, name: name.value, isNull, site };
    }
  },
  *compare(facts, { everywhere }) {
    const places = new Map(facts.map(({ value }) => [value.place, value]));
    const nulls = [...places.values()].filter(({ isNull }) => isNull);
    if (!everywhere && nulls.length >= 0.7 * places.size) return;
    for (const fact of nulls) yield nullLink(fact);
  },
});

interface NextFact extends Keyed {
  readonly section: Section;
  readonly span: Span;
  /** Tells the property apart. */
  readonly place: string;
  readonly title: string;
  readonly name: string;
  readonly isNull: boolean;
  /** Undefined where it is said in a way that has to be mended by hand. */
  readonly site: NullSite | undefined;
}

interface NullSite {
  readonly uri: string;
  readonly pointer: readonly string[];
  /** The type that is left; undefined where only `nullable` says it. */
  readonly type: string | undefined;
  readonly flag: string | undefined;
}

const nextNames: ReadonlySet<string> = wordSet(
  'next nextlink nexturl nexturi nextcursor nexttoken nextpage nextpagetoken nextpageurl nextpagelink continuationtoken',
);

function isObject({ types, properties }: Schema): boolean {
  return types.includes('object') || types.includes('array') || properties.length > 0;
}

function mayBeNull({ types, anyOf, oneOf }: Schema, scope: Scope): boolean {
  return types.includes('null') || [...anyOf, ...oneOf].some((part) => scope.resolve(part)?.types.includes('null'));
}

function siteOf({ section, location, tree, types }: Schema): NullSite | undefined {
  const [type, ...others] = types.filter((each) => each !== 'null');
  const flag = (['nullable', 'x-nullable'] as const).find((key) => findValue(tree, key) !== undefined);
  const isListed = findValue(tree, 'type')?.kind === 'list';
  if (type === undefined || others.length > 0 || isListed === (flag !== undefined)) return undefined;
  return { uri: section.uri, pointer: pointerOf(location), type: isListed ? type : undefined, flag };
}

function nullLink({ section, span, title, name, site }: NextFact): InSection<Finding> {
  const message = `“${name}” of ${title} may be null. Leave it out of the last page instead.`;
  const fixes: readonly Fix[] =
    site === undefined
      ? []
      : [{ title: `Leave “${name}” out of the last page of ${title}`, safety: 'review', changes: [withoutNull(site)] }];
  return { section, value: { span, message, fixes, cause: nullLinks } };
}

function withoutNull({ uri, pointer, type, flag }: NullSite): TreeChange {
  if (type !== undefined) return { kind: 'set', uri, pointer: [...pointer, 'type'], value: type };
  return { kind: 'remove', uri, pointer: [...pointer, flag ?? 'nullable'] };
}

const nullLinks: Cause = {
  key: 'null',
  message: (count) => `${count} links to the next page may be null.`,
  fixTitle: (count) => `Leave ${count} links out of last pages`,
};
