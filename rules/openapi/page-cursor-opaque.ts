import type { Schema } from '#core/openapi/model.ts';
import { pointerOf } from '#core/openapi/view.ts';
import { type Cause, type Finding, type Fix, globalRule, type InSection, type Keyed } from '#core/rule.ts';
import type { TreeChange } from '#core/tree/change.ts';
import { entriesOf } from '#core/tree/tree.ts';
import { pagination } from '#rules/checklist.ts';
import { pagingOf, parameterWord } from '#rules/detectors/openapi/paging.ts';
import { type ParameterSite, parameterSite, parameterTitle } from '#rules/detectors/openapi/parameter-site.ts';
import { isWrittenInPlace } from '#rules/detectors/openapi/written-in-place.ts';
import { onePerPlace } from '#rules/one-per-place.ts';
import { aip, zalando } from '#rules/sources.ts';
import { opaqueCursorNames } from '#rules/words/paging-parameters.ts';

export const pageCursorOpaque = globalRule({
  id: 'openapi/page-cursor-opaque',
  summary: 'Let a cursor be a text that means nothing to clients.',
  why: 'What looks like a number or a time is counted on, compared and made up. Then the server cannot page in any other way without breaking those clients.',
  item: pagination,
  references: [zalando(160), aip(158)],
  severity: 'info',
  recommended: false,
  examples: [
    {
      title: 'A cursor that invites to count',
      bad: `openapi: 3.1.0
paths:
  /orders:
    get:
      parameters:
        - name: «cursor»
          in: query
          schema:
            type: integer
            format: int64
      responses:
        '200': { description: A page of orders. }
`,
      good: `openapi: 3.1.0
paths:
  /orders:
    get:
      parameters:
        - name: cursor
          in: query
          schema:
            type: string
      responses:
        '200': { description: A page of orders. }
`,
    },
  ],
  on: ['openapi.operation'],
  *gather(operation, scope): Iterable<CursorFact> {
    if (operation.method !== 'get' || operation.origin !== 'path') return;
    const { cursor } = pagingOf(operation, scope);
    if (cursor === undefined || !opaqueCursorNames.has(parameterWord(cursor))) return;
    const schema = scope.resolve(cursor.schema);
    const meaning = schema && meaningOf(schema);
    if (meaning === undefined) return;
    const isOwn = schema?.section === cursor.section && schema.role !== 'component' && isWrittenInPlace(schema);
    const owner = isOwn && !isShown(schema) ? ownerOf(schema) : undefined;
    yield { key: 'cursors', ...parameterSite(cursor, operation), meaning, owner };
  },
  *compare(facts) {
    for (const { value } of onePerPlace(facts)) yield tellingCursor(value);
  },
});

type CursorFact = Keyed & ParameterSite & { readonly meaning: string; readonly owner: Owner | undefined };

interface Owner {
  readonly uri: string;
  readonly pointer: readonly string[];
  /** Keywords that a text has no use for. */
  readonly stray: readonly string[];
}

function meaningOf({ types, format }: Schema): string | undefined {
  const type = types.find((each) => each !== 'null');
  if (type === 'integer' || type === 'number') return 'a number';
  return type === 'string' && /^date(?:-?time)?$/.test(format?.value ?? '') ? 'a time' : undefined;
}

/** True where a value is shown that would have to change with the type. */
function isShown({ tree }: Schema): boolean {
  return entriesOf(tree).some(({ key }) => /^(?:default|examples?|enum|const)$/.test(key.value));
}

function ownerOf({ section, location, tree }: Schema): Owner {
  const keys = entriesOf(tree).map(({ key }) => key.value);
  return { uri: section.uri, pointer: pointerOf(location), stray: keys.filter((key) => ofNumbers.has(key)) };
}

const ofNumbers: ReadonlySet<string> = new Set([
  'format',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
]);

function tellingCursor(fact: CursorFact): InSection<Finding> {
  const { section, span, name, meaning, owner } = fact;
  const message = `${parameterTitle(fact)} is ${meaning}, which clients will make up. Let it be a plain text.`;
  const fixes: readonly Fix[] =
    owner === undefined ? [] : [{ title: `Let \`${name}\` be a text`, safety: 'review', changes: asText(owner) }];
  return { section, value: { span, message, fixes, cause: tellingCursors(name, meaning) } };
}

function asText({ uri, pointer, stray }: Owner): readonly [TreeChange, ...TreeChange[]] {
  const removed = stray.map((key): TreeChange => ({ kind: 'remove', uri, pointer: [...pointer, key] }));
  return [{ kind: 'set', uri, pointer: [...pointer, 'type'], value: 'string' }, ...removed];
}

function tellingCursors(name: string, meaning: string): Cause {
  return {
    key: `${name} ${meaning}`,
    message: (count) => `The cursor “${name}” is ${meaning} at ${count} places, which clients will make up.`,
    fixTitle: (count) => `Let \`${name}\` be a text at ${count} places`,
  };
}
