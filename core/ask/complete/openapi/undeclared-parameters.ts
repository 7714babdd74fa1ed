import type { Completion } from '#core/ask/complete/completion.ts';
import type { Sketch } from '#core/ask/complete/openapi/shape-sketch.ts';
import { type TreeContext, typedOf } from '#core/ask/complete/openapi/tree-context.ts';
import type { TreeWriter } from '#core/ask/complete/openapi/tree-writer.ts';
import { choice, literal } from '#core/ask/complete/snippet.ts';
import { type TypedNode, textOf } from '#core/ask/complete/tree/typed-tree.ts';
import { templateNames } from '#core/openapi/effective/path-template.ts';
import type { ShapeAt } from '#core/openapi/spec/shapes-at.ts';

/** The names in braces of the path around that no parameter of the path item or of the operation is called by, as they are typed. */
export function undeclaredParameters(path: readonly string[], context: TreeContext): readonly string[] {
  const { template } = context;
  if (template === undefined) return [];
  const names = templateNames(template).map(({ value }) => value);
  const lists = path.flatMap((step, index) => (step === 'parameters' ? [path.slice(0, index + 1)] : []));
  const item = path.slice(0, path.indexOf(template) + 1);
  const declared = [...lists, [...item, 'parameters']].flatMap((list) => declaredIn(typedOf(context, list)));
  return names.filter((name) => !declared.includes(name));
}

function declaredIn(list: TypedNode | undefined): readonly string[] {
  if (list?.kind !== 'list') return [];
  return list.items.flatMap((item) => (textOf(item, 'in') === 'path' ? (textOf(item, 'name') ?? []) : []));
}

/** Whole parameters, for the names in braces that nobody declares yet, where an item of a list of parameters begins. */
export function parameterItems(
  shapes: readonly ShapeAt[],
  path: readonly string[],
  context: TreeContext,
  writer: TreeWriter,
): readonly Completion[] {
  const isItem = shapes.some(
    ({ shape, field }) => field === 'parameters' && shape.kind === 'object' && shape.of === 'parameter',
  );
  if (!isItem || typedOf(context, path) !== undefined) return [];
  return undeclaredParameters(path, context).map((name) =>
    writer.whole(name, pathParameter(name, context), { kind: 'name', detail: 'path parameter' }),
  );
}

function pathParameter(name: string, { version }: TreeContext): Sketch {
  const text = (snippet: string): Sketch => ({ kind: 'scalar', snippet, isText: true });
  const type: readonly [string, Sketch] = ['type', text(choice(1, ['string', 'integer']))];
  return {
    kind: 'map',
    entries: [
      ['name', text(literal(name))],
      ['in', text('path')],
      ['required', { kind: 'scalar', snippet: 'true', isText: false }],
      ...(version === '2.0' ? [type] : [['schema', { kind: 'map', entries: [type] }] as const]),
    ],
  };
}
