import type { Schema } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Finding, type Fix, globalRule, type InSection, type Keyed } from '#core/rule.ts';
import type { Section } from '#core/text/section.ts';
import type { Span } from '#core/text/span.ts';
import type { TreeChange } from '#core/tree/change.ts';
import { findEntry } from '#core/tree/tree.ts';
import { contractMatchesDatabase } from '#rules/checklist.ts';
import { componentObjects, operationObjects } from '#rules/detectors/cross/described-objects.ts';
import { type ListedColumn, listedColumns } from '#rules/detectors/cross/listed-columns.ts';
import { isWrittenInPlace } from '#rules/detectors/openapi/written-in-place.ts';
import { prismaDocumentation } from '#rules/sources.ts';

const description = (values: string): string => `openapi: 3.1.0
paths:
  /orders/{id}:
    get:
      responses:
        '200':
          description: The order.
          content:
            application/json:
              schema:
                $ref: '#/components/schemas/Order'
components:
  schemas:
    Order:
      type: object
      properties:
        id: { type: integer }
        status:
          type: string
          ${values}
`;

const schema = `enum OrderStatus {
  PENDING
  PAID
}

model Order {
  id     Int         @id @default(autoincrement())
  status OrderStatus
}
`;

export const enumCasingMatches = globalRule({
  id: 'cross/enum-casing-matches',
  summary: 'Write values in the API as the database does, or translate them all.',
  why: 'Prisma returns and takes values as the schema spells them. An API that lists `pending` where the row says `PENDING` is right only as long as every handler translates, both ways; the one that forgets answers with a value its own description does not have.',
  item: contractMatchesDatabase,
  references: [prismaDocumentation('Enums', 'prisma-schema/data-model/models#defining-enums')],
  severity: 'info',
  recommended: true,
  examples: [
    {
      title: 'Small letters here, capitals there',
      bad: { 'openapi.yaml': description('«enum»: [pending, paid]'), 'schema.prisma': schema },
      good: { 'openapi.yaml': description('enum: [PENDING, PAID]'), 'schema.prisma': schema },
    },
  ],
  on: ['openapi.schema', 'openapi.operation'],
  needs: ['database', 'usage'],
  *gather(node, scope): Iterable<Draft> {
    const isComponent = node.kind === 'openapi.schema' && node.role === 'component';
    if (node.kind === 'openapi.schema' && !isComponent) return;
    const objects = node.kind === 'openapi.operation' ? operationObjects(node, scope) : componentObjects(node, scope);
    for (const listed of listedColumns(objects, scope)) {
      const spelled = spellingOf(listed);
      if (spelled !== undefined) yield { ...factOf(listed, spelled), owner: listed.owner };
    }
  },
  complete({ owner, ...fact }, { usage }): Fact | undefined {
    const { inRequest, inResponse } = usage(owner);
    return inRequest || inResponse ? fact : undefined;
  },
  *compare(facts) {
    const lists = new Map(facts.map((fact) => [fact.value.place, fact]));
    const others = [...lists.values()].filter(({ value }) => value.names !== undefined);
    // Where all are in another casing, a layer translates them.
    if (others.length === lists.size && others.length >= habit) return;
    for (const { value } of others) yield casingFinding(value);
  },
});

/** So many lists, all in another casing, are no oversight. */
const habit = 3;

interface Draft extends Fact {
  readonly owner: Schema;
}

interface Fact extends Keyed {
  /** The list, however many properties use it. */
  readonly place: string;
  readonly section: Section;
  readonly span: Span;
  readonly named: string;
  readonly values: readonly string[];
  /** The database's spelling of each; undefined where it is the same. */
  readonly names: readonly string[] | undefined;
  /** Keys to the list; undefined where its values cannot be written anew without others. */
  readonly site: { readonly uri: string; readonly pointer: readonly string[] } | undefined;
  readonly stored: { readonly section: Section; readonly span: Span };
}

interface Spelling {
  readonly names: readonly string[] | undefined;
}

/** How the database spells the values; undefined where it has others, or is known to write them in both ways. */
function spellingOf({ list, stored }: ListedColumn): Spelling | undefined {
  const spelled = stored.values.map(({ name, mapped }) => ({ name: name.value, mapped: mapped ?? name.value }));
  if (list.values.every((value) => spelled.some(({ name }) => name === value))) return { names: undefined };
  if (list.values.some((value) => spelled.some(({ name, mapped }) => name === value || mapped === value)))
    return undefined;
  const names = list.values.flatMap(
    (value) => spelled.find(({ name }) => name.toLowerCase() === value.toLowerCase())?.name ?? [],
  );
  return names.length === list.values.length ? { names } : undefined;
}

function factOf({ listing, list, stored, named }: ListedColumn, { names }: Spelling): Fact {
  const { section, tree, anchor, location } = listing;
  const pointer = [...pointerOf(location), list.keyword];
  const isAlone = ['default', 'example', 'examples'].every((key) => findEntry(tree, key) === undefined);
  const isWritable = list.form === 'value' && isAlone && isWrittenInPlace(listing, list.keyword);
  return {
    key: 'casing',
    place: JSON.stringify([section.uri, ...pointer]),
    section,
    span: findEntry(tree, list.keyword)?.key.span ?? anchor,
    named,
    values: list.values,
    names,
    site: isWritable && listing.enum?.length === list.values.length ? { uri: section.uri, pointer } : undefined,
    stored: { section: stored.section, span: stored.anchor },
  };
}

function casingFinding({ section, span, named, values, names = [], site, stored }: Fact): InSection<Finding> {
  const fix = site && respelling(site, named, names);
  return {
    section,
    value: {
      span,
      message: `\`${named}\` is \`${values[0] ?? ''}\` in the API and \`${names[0] ?? ''}\` in the database: somebody has to translate each value.`,
      ...(fix && { fixes: [fix] }),
      related: [{ ...stored, message: 'The same values in another casing.' }],
    },
  };
}

function respelling(
  { uri, pointer }: NonNullable<Fact['site']>,
  named: string,
  names: readonly string[],
): Fix | undefined {
  const changes = names.map(
    (value, at): TreeChange => ({ kind: 'set', uri, pointer: [...pointer, String(at)], value }),
  );
  const [first, ...rest] = changes;
  if (first === undefined) return undefined;
  return {
    title: `Write the values of \`${named}\` as the database does`,
    safety: 'review',
    changes: [first, ...rest],
  };
}
