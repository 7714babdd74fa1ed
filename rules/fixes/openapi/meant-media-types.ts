import { pointerOf } from '#core/openapi/view.ts';
import type { Collector, Survey } from '#core/rule.ts';
import { findValue, type PlainValue, type TreeNode, toPlainValue } from '#core/tree/tree.ts';
import { mostUsed } from '#rules/detectors/openapi/most-used.ts';
import { rootEntries } from '#rules/fixes/openapi/root-entries.ts';

/** The media types of a body at a place: those that the operation around or the document lists as in 2.0, else the one that is used most. */
export function meantMediaTypes(
  survey: Survey,
  uri: string,
  above: readonly string[],
  isSent: boolean,
): readonly string[] {
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
