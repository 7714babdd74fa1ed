import type { Schema } from '#core/openapi/model.ts';
import { childPlace, itemPlaces, type Place } from '#core/openapi/place.ts';
import { isOfType } from '#core/openapi/validate/value-keywords.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Finding, type Fix, localRule, type Scope } from '#core/rule.ts';
import { entriesOf, findEntry, findString, findValue } from '#core/tree/tree.ts';
import { validity } from '#rules/checklist.ts';
import { keywordSpan } from '#rules/detectors/openapi/fault-cause.ts';
import { schemaWithout } from '#rules/detectors/openapi/schema-without.ts';
import { type PlacedFault, valueFaults } from '#rules/detectors/openapi/value-faults.ts';
import { valueMessage } from '#rules/detectors/openapi/value-message.ts';
import type { JudgingSchema, WrittenValue } from '#rules/detectors/openapi/written-value.ts';
import { mendedFix } from '#rules/fixes/openapi/mended-fix.ts';
import { openApi } from '#rules/sources.ts';

export const enumFitsType = localRule({
  id: 'openapi/enum-fits-type',
  summary: 'List only values in an enum that its schema takes.',
  why: 'A value that its own schema refuses can never be sent: a client that offers it fails, and code that is generated from it often does not compile.',
  item: validity,
  references: [openApi('Schema Object', 'schema-object')],
  severity: 'warning',
  recommended: true,
  examples: [
    {
      title: 'Numbers among strings',
      bad: `openapi: 3.1.0
components:
  schemas:
    Version:
      type: string
      enum: [«1.0», 1.1, latest]
`,
      good: `openapi: 3.1.0
components:
  schemas:
    Version:
      type: string
      enum: ['1.0', '1.1', latest]
`,
    },
    {
      title: 'An enum of the items at their list',
      bad: `swagger: '2.0'
paths:
  /orders:
    get:
      parameters:
        - name: status
          in: query
          type: array
          «enum»: [open, paid]
          items: { type: string }
      responses:
        '200': { description: The orders. }
`,
      good: `swagger: '2.0'
paths:
  /orders:
    get:
      parameters:
        - name: status
          in: query
          type: array
          items: { type: string, enum: [open, paid] }
      responses:
        '200': { description: The orders. }
`,
    },
  ],
  on: ['openapi.schema'],
  having: ['enum', 'const'],
  *check(schema, scope) {
    const listed = childPlace(schema, 'enum');
    const finding = listed?.tree.kind === 'list' ? enumFinding(schema, itemPlaces(listed), scope) : undefined;
    if (finding !== undefined) yield finding;
    const { version } = schema.context;
    const constant = version === '3.1' || version === '3.2' ? childPlace(schema, 'const') : undefined;
    if (constant === undefined) return;
    const others = schemaWithout(schema, ['enum', 'const']);
    yield* faultsAt(others, constant, 'the const', scope).map((wrong) => single(wrong, scope));
  },
});

interface WrongValue {
  readonly written: WrittenValue;
  readonly placed: PlacedFault;
}

/** The first thing that is wrong with a value. */
function faultsAt(schema: JudgingSchema, place: Place, subject: string, scope: Scope): readonly WrongValue[] {
  const written: WrittenValue = { place, schema, direction: 'either', subject, textMeans: undefined };
  return valueFaults(written, scope)
    .slice(0, 1)
    .map((placed) => ({ written, placed }));
}

/** Most enums are lists of one type, and their schemas say nothing else of values: they need no judging. */
function isPlainlyRight({ tree, types }: Schema, places: readonly Place[]): boolean {
  if (entriesOf(tree).some(({ key }) => !plainKeywords.has(key.value) && !key.value.startsWith('x-'))) return false;
  return places.every((place) => types.some((type) => isOfType(place.tree, type)));
}

const plainKeywords = new Set([
  'type',
  'enum',
  'title',
  'description',
  'default',
  'example',
  'examples',
  'nullable',
  'format',
]);

/** All values of an enum are told as one. */
function enumFinding(schema: Schema, places: readonly Place[], scope: Scope): Finding | undefined {
  if (isPlainlyRight(schema, places)) return undefined;
  const others = schemaWithout(schema, ['enum', 'const']);
  const wrong = places.flatMap((place) => faultsAt(others, place, 'this enum value', scope));
  const [first] = wrong;
  if (first === undefined) return undefined;
  if (wrong.length === places.length && isForItems(schema, places)) return ofItems(schema);
  const finding = single(first, scope);
  if (wrong.length === 1) return finding;
  const share =
    wrong.length === places.length
      ? 'No value of this enum fits'
      : `${wrong.length} of the ${places.length} values of this enum do not fit`;
  const message = `${share} its schema. ${finding.message}`;
  const fix = fixOfAll(wrong, scope);
  return { ...finding, message, fixes: fix ? [fix] : [] };
}

function single({ written, placed }: WrongValue, scope: Scope): Finding {
  const { fault, span } = placed;
  const mended = mendedFix(written, placed, 'review', scope);
  const related = { section: fault.schema.location.section, span: keywordSpan(fault) };
  return {
    span,
    message: valueMessage(written.subject, placed),
    related: [{ ...related, message: 'This says what is expected.' }],
    ...(mended && { fixes: [mended.fix] }),
  };
}

/** None where one of them is left. */
function fixOfAll(wrong: readonly WrongValue[], scope: Scope): Fix | undefined {
  const mended = wrong.flatMap(({ written, placed }) => mendedFix(written, placed, 'review', scope) ?? []);
  const [first, ...others] = mended.flatMap(({ fix }) => ('make' in fix.changes ? [] : fix.changes));
  const title = mended[0]?.titleOfMany(mended.length);
  if (first === undefined || title === undefined || mended.length < wrong.length) return undefined;
  return { title, safety: 'review', changes: [first, ...others] };
}

/** A list is none of these values, and its items may be. */
function isForItems({ tree }: Schema, places: readonly Place[]): boolean {
  return findString(tree, 'type')?.value === 'array' && places.every((place) => place.tree.kind === 'scalar');
}

function ofItems(schema: Schema): Finding {
  const { tree, section, anchor } = schema;
  const pointer = pointerOf(schema.location);
  const items = findValue(tree, 'items');
  const isFree = items?.kind === 'map' && ['$ref', 'enum'].every((key) => findEntry(items, key) === undefined);
  const to = [...pointer, 'items', 'enum'];
  const fix: Fix = {
    title: 'Move the enum to the items',
    safety: 'review',
    changes: [{ kind: 'move', uri: section.uri, pointer: [...pointer, 'enum'], to }],
  };
  return {
    span: findEntry(tree, 'enum')?.key.span ?? anchor,
    message: 'The values of this enum are no lists, and the schema takes lists only: they are those of its items.',
    ...(isFree && { fixes: [fix] }),
  };
}
