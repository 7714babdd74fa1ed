import type { DescriptionContext } from '#core/openapi/model.ts';
import type { UnknownField } from '#core/openapi/spec/fault.ts';
import { pointerOf } from '#core/openapi/view.ts';
import type { Change, Collector, Fix, Survey } from '#core/rule.ts';
import { isMap } from '#core/tree/equal-values.ts';
import { findEntry, findValue, type PlainValue, type TreeNode, toPlainValue } from '#core/tree/tree.ts';
import { mostUsed } from '#rules/detectors/openapi/most-used.ts';
import { quoted } from '#rules/detectors/openapi/spec-words.ts';
import { rootEntries } from '#rules/fixes/openapi/root-entries.ts';

/**
 * The schema and the examples that 2.0 writes into a response, and people into a request body, below `content`: in the media types that
 * the operation or the document lists as in 2.0, else in the one that is used most. Undefined where `content` is there.
 */
export function asContent(
  { object, map, pointer }: UnknownField,
  names: readonly string[],
  uri: string,
  { rootUri }: DescriptionContext,
): Fix | undefined {
  if ((object !== 'response' && object !== 'request-body') || map === undefined) return undefined;
  if (!names.includes('schema') || findEntry(map, 'content') !== undefined) return undefined;
  const above = pointer.slice(0, -1);
  const schema = toPlainValue(findValue(map, 'schema')) ?? {};
  const examples = toPlainValue(findValue(map, 'examples'));
  if (names.includes('examples') && !isMap(examples)) return undefined;
  const isSent = object === 'request-body';
  const make = (survey: Survey): readonly [Change, ...Change[]] => {
    const shown: Readonly<Record<string, PlainValue>> = isMap(examples) ? examples : {};
    const types = [...new Set([...mediaTypes(survey, uri, above, isSent), ...Object.keys(shown)])];
    const content = (type: string, field: string) => [...above, 'content', type, field];
    const [first = 'application/json', ...others] = types;
    return [
      { kind: 'move', uri, pointer: [...above, 'schema'], to: content(first, 'schema') },
      ...others.map((type): Change => ({ kind: 'set', uri, pointer: content(type, 'schema'), value: schema })),
      ...Object.entries(shown).map(
        ([type, value]): Change => ({ kind: 'set', uri, pointer: content(type, 'example'), value }),
      ),
      ...(isMap(examples) ? [{ kind: 'remove', uri, pointer: [...above, 'examples'] } as const] : []),
    ];
  };
  return { title: `Move ${quoted(names, 'and')} into “content”`, safety: 'review', changes: { rootUri, make } };
}

function mediaTypes(survey: Survey, uri: string, above: readonly string[], isSent: boolean): readonly string[] {
  const [own, direction] = isSent ? ['consumes', 'request'] : ['produces', 'response'];
  const said = survey.gathered(spoken);
  const listed = said.flatMap(({ section, value }) =>
    value.kind === own && section.uri === uri && isAbove(value.pointer, above) ? [value.types] : [],
  );
  const types = listed[0] ?? textsOf(rootEntries(survey, own));
  if (types.length > 0) return types;
  const used = said.flatMap(({ value }) => (value.kind === direction ? value.types : []));
  return [mostUsed(used) ?? 'application/json'];
}

interface Spoken {
  readonly kind: string;
  readonly pointer: readonly string[];
  readonly types: readonly string[];
}

/** The media types in use, and what operations list as in 2.0. */
const spoken: Collector<Spoken> = {
  on: ['openapi.media-type', 'openapi.operation'],
  isClosed: (node) => node.kind === 'openapi.schema',
  *gather(node) {
    if (node.kind === 'openapi.media-type') yield { kind: node.direction, pointer: [], types: [node.name.value] };
    if (node.kind !== 'openapi.operation') return;
    for (const kind of ['consumes', 'produces']) {
      const types = textsOf(plain(findValue(node.tree, kind)));
      if (types.length > 0) yield { kind, pointer: pointerOf(node.location), types };
    }
  },
};

function isAbove(pointer: readonly string[], of: readonly string[]): boolean {
  return pointer.length < of.length && pointer.every((step, depth) => of[depth] === step);
}

function plain(tree: TreeNode | undefined): PlainValue | undefined {
  return tree && toPlainValue(tree);
}

function textsOf(value: PlainValue | undefined): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}
