import { isProblemMediaType } from '#core/openapi/effective/media-type-name.ts';
import { combinedSchemas } from '#core/openapi/effective/schema-properties.ts';
import type { MediaType, Schema } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { globalRule, type Keyed } from '#core/rule.ts';
import type { Section } from '#core/text/section.ts';
import type { Span } from '#core/text/span.ts';
import type { TreeChange } from '#core/tree/change.ts';
import { entriesOf, findValue, type PlainValue } from '#core/tree/tree.ts';
import { errorPayloads } from '#rules/checklist.ts';
import { idOf } from '#rules/detectors/openapi/documented-errors.ts';
import { type MistypedMember, problemShape } from '#rules/detectors/openapi/problem-schema.ts';
import { isWrittenInPlace } from '#rules/detectors/openapi/written-in-place.ts';
import type { PlainFix } from '#rules/fixes/openapi/plain-fix.ts';
import { quotedList } from '#rules/quoted-list.ts';
import { rfc, zalando } from '#rules/sources.ts';

export const problemMembersTyped = globalRule({
  id: 'openapi/problem-members-typed',
  summary: 'Give a problem the members that RFC 9457 names, in their types.',
  why: 'Who reads `application/problem+json` looks for its type, title, status and detail with a library that knows them. Where they are called otherwise, or are of another type, it shows nothing or fails.',
  item: errorPayloads,
  references: [rfc(9457, '3.1'), zalando(176)],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'An error of one’s own under the name of a problem',
      bad: `openapi: 3.1.0
paths:
  /orders:
    get:
      responses:
        '200': { description: The orders. }
        '400':
          description: The filter is wrong.
          content:
            application/problem+json:
              schema: { $ref: '#/components/schemas/Error' }
components:
  schemas:
    «Error»:
      type: object
      properties:
        code:
          type: string
        message:
          type: string
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    get:
      responses:
        '200': { description: The orders. }
        '400':
          description: The filter is wrong.
          content:
            application/problem+json:
              schema: { $ref: '#/components/schemas/Error' }
components:
  schemas:
    Error:
      type: object
      properties:
        code:
          type: string
        message:
          type: string
        type:
          type: string
          format: uri-reference
        title:
          type: string
        status:
          type: integer
        detail:
          type: string
`,
    },
    {
      title: 'A status that is a text',
      bad: `openapi: 3.0.3
paths:
  /orders:
    get:
      responses:
        '200': { description: The orders. }
        default:
          description: An error.
          content:
            application/problem+json:
              schema:
                type: object
                properties:
                  type: { type: string }
                  title: { type: string }
                  «status»: { type: string }
                  detail: { type: string }
`,
      good: `openapi: 3.0.3
paths:
  /orders:
    get:
      responses:
        '200': { description: The orders. }
        default:
          description: An error.
          content:
            application/problem+json:
              schema:
                type: object
                properties:
                  type: { type: string }
                  title: { type: string }
                  status: { type: integer }
                  detail: { type: string }
`,
    },
  ],
  on: ['openapi.media-type'],
  *gather(media, scope): Iterable<ShapeFact> {
    // 2.0: the media types of a response share its schema, and mostly are those of all responses.
    if (media.direction !== 'response' || media.context.version === '2.0' || !isProblemMediaType(media.name.value))
      return;
    const schema = scope.resolve(media.schema);
    const shape = schema && problemShape(schema, scope);
    if (schema === undefined || shape === undefined) return;
    const id = idOf(schema.section.uri, pointerOf(schema.location));
    const title = titleOf(schema, media);
    if (shape.missing.length > fewMissing) {
      const span = media.schema === schema ? media.name.span : schema.anchor;
      const section = media.schema === schema ? media.section : schema.section;
      const parts = combinedSchemas(schema, scope);
      const owner = parts.find((part) => part.properties.length > 0);
      const fix = owner && addMembers(owner, shape.missing, title);
      yield { key: id, section, span, message: lackMessage(title, shape.missing), fix };
    }
    for (const member of shape.mistyped) yield mistypedFact(member, title);
  },
  *compare(facts) {
    const [first] = facts;
    if (first === undefined) return;
    const { section, span, message, fix } = first.value;
    yield { section, value: { span, message, ...(fix && { fixes: [fix] }) } };
  },
});

/** One of the four may well be left out. */
const fewMissing = 1;

interface ShapeFact extends Keyed {
  readonly section: Section;
  readonly span: Span;
  readonly message: string;
  readonly fix: PlainFix | undefined;
}

function titleOf({ name }: Schema, { location }: MediaType): string {
  if (name !== undefined) return `“${name.value}”`;
  const [group, path = '', method = '', , status] = pointerOf(location);
  return group === 'paths' && status !== undefined
    ? `The body of ${method.toUpperCase()} ${path} ${status}`
    : 'The body';
}

function lackMessage(title: string, missing: readonly string[]): string {
  return `${title} is sent as a problem, but has no ${quotedList(missing).replace(/ and (?=[^ ]+$)/, ' or ')}. Describe the members that RFC 9457 names.`;
}

function mistypedFact({ property, name, types, wanted }: MistypedMember, title: string): ShapeFact {
  const { owner, schema } = property;
  const pointer = [...pointerOf(owner.location), 'properties', name];
  const kind = wanted === 'string' ? 'a string' : 'an integer';
  const message = `The “${name}” of a problem is ${kind}, but ${said(title)} has ${types.join(' or ')}.`;
  const type =
    schema.kind === 'openapi.schema' && isWrittenInPlace(schema, 'type') ? findValue(schema.tree, 'type') : undefined;
  const change = { kind: 'set', uri: owner.section.uri, pointer: [...pointer, 'type'], value: wanted } as const;
  // What says more of the other type is better mended by a person.
  const isPlain = type?.kind === 'scalar' && entriesOf(schema.tree).every(({ key }) => plainKeywords.has(key.value));
  const fix: PlainFix | undefined = isPlain
    ? { title: `Make “${name}” ${kind}`, safety: 'review', changes: [change] }
    : undefined;
  return { key: idOf(owner.section.uri, pointer), section: owner.section, span: property.name.span, message, fix };
}

const plainKeywords: ReadonlySet<string> = new Set(['type', 'title', 'description', 'nullable']);

function said(title: string): string {
  return title.startsWith('The ') ? `t${title.slice(1)}` : title;
}

function addMembers(owner: Schema, missing: readonly string[], title: string): PlainFix | undefined {
  if (!isWrittenInPlace(owner, 'properties')) return undefined;
  const { section, location } = owner;
  const changes = missing.map((name): TreeChange => {
    const pointer = [...pointerOf(location), 'properties', name];
    return { kind: 'set', uri: section.uri, pointer, value: memberSchema(name), ifAbsent: true };
  });
  const [first, ...others] = changes;
  const fixTitle = `Describe ${quotedList(missing)} of ${said(title)}`;
  return first && { title: fixTitle, safety: 'review', changes: [first, ...others] };
}

function memberSchema(name: string): PlainValue {
  if (name === 'status') return { type: 'integer' };
  return name === 'type' ? { type: 'string', format: 'uri-reference' } : { type: 'string' };
}
