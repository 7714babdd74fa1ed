import type { Completion } from '#core/ask/complete/completion.ts';
import { enumValues } from '#core/ask/complete/openapi/enum-values.ts';
import { linkExpressions } from '#core/ask/complete/openapi/expressions.ts';
import { isReferable, referenceTargets } from '#core/ask/complete/openapi/reference-targets.ts';
import { schemaNames } from '#core/ask/complete/openapi/schema-names.ts';
import { formatsFor } from '#core/ask/complete/openapi/schema-types.ts';
import { Sketcher } from '#core/ask/complete/openapi/shape-sketch.ts';
import { type TreeContext, typedOf } from '#core/ask/complete/openapi/tree-context.ts';
import type { TreeWriter } from '#core/ask/complete/openapi/tree-writer.ts';
import { undeclaredParameters } from '#core/ask/complete/openapi/undeclared-parameters.ts';
import { childOf, textOf, textsOf } from '#core/ask/complete/tree/typed-tree.ts';
import { formatMeanings } from '#core/openapi/spec/format-meanings.ts';
import { latestEdition } from '#core/openapi/spec/objects-of.ts';
import type { ShapeAt } from '#core/openapi/spec/shapes-at.ts';

/** The values that may stand at a place, by what the specification says and what the description has. */
export function valueProposals(
  at: ShapeAt,
  path: readonly string[],
  context: TreeContext,
  writer: TreeWriter,
): readonly Completion[] {
  const { shape } = at;
  const named = context.cut.of(namesFor(at, path, context), (name) => name);
  const names = named.map((name) => writer.text(name, { kind: 'name' }));
  switch (shape.kind) {
    case 'text':
      return [
        ...names,
        ...texts(at, path, context).map((value) => writer.text(value, { isGiven: true, about: aboutText(at, value) })),
      ];
    case 'boolean':
      return isTrueAlone(at, path, context)
        ? [writer.plain('true', { isGiven: true })]
        : [writer.plain('true', { isGiven: true }), writer.plain('false', { isGiven: true })];
    case 'any':
      return at.owner === 'schema' && (at.field === 'default' || at.field === 'const')
        ? enumValues(typedOf(context, [...holderOf(path), 'enum']), writer)
        : names;
    case 'list':
      if (at.owner === 'security-requirement') return [writer.plain('[]', { isGiven: true })];
      return bracketProposals(at, context, writer);
    case 'object':
    case 'map':
      return [...names, ...bracketProposals(at, context, writer)];
    default:
      return names;
  }
}

/** A map or list between brackets, with what must stand in it. */
function bracketProposals({ shape, field }: ShapeAt, context: TreeContext, writer: TreeWriter): readonly Completion[] {
  if (!context.spot.isFlow) return [];
  const sketch = new Sketcher(context.version).value(shape, field);
  return [writer.whole(shape.kind === 'list' ? '[ ]' : '{ }', sketch, { kind: 'value', isGiven: true })];
}

/** What a `$ref` in a map may lead to. */
export function referenceProposals(
  holders: readonly ShapeAt[],
  context: TreeContext,
  writer: TreeWriter,
): readonly Completion[] {
  const objects = holders.flatMap(({ shape }) => (shape.kind === 'object' && isReferable(shape.of) ? [shape.of] : []));
  return [...new Set(objects)].flatMap((object) =>
    context.cut
      .of(referenceTargets(object, context), ({ target }) => target)
      .map(({ target, name, isFile }) => writer.text(target, { kind: isFile ? 'file' : 'reference', detail: name })),
  );
}

function texts({ shape, owner, field }: ShapeAt, path: readonly string[], context: TreeContext): readonly string[] {
  if (shape.kind !== 'text') return [];
  const { values, form } = shape;
  if (form?.startsWith('version-')) return versions[context.version] ?? [];
  if (owner === 'schema' && field === 'format') {
    return formatsFor(textsOf(childOf(typedOf(context, path.slice(0, -1)), 'type')), values ?? []);
  }
  const taken = beside(holderOf(path), context);
  return (values ?? []).filter((value) => !taken.includes(value));
}

function aboutText({ field }: ShapeAt, value: string): string {
  return field === 'format' ? (formatMeanings.get(value)?.about ?? '') : '';
}

/** What holds the value. */
function holderOf(path: readonly string[]): readonly string[] {
  return path.slice(0, -1);
}

/** The texts of the list that an item stands in. */
function beside(path: readonly string[], context: TreeContext): readonly string[] {
  const holder = typedOf(context, path);
  return holder?.kind === 'list' ? textsOf(holder) : [];
}

const versions: Readonly<Record<TreeContext['version'], readonly string[]>> = {
  '2.0': ['2.0'],
  '3.0': [latestEdition['3.0'], '3.0.3', latestEdition['3.1'], latestEdition['3.2']],
  '3.1': [latestEdition['3.1'], '3.1.0', latestEdition['3.2'], latestEdition['3.0']],
  '3.2': [latestEdition['3.2'], latestEdition['3.1'], latestEdition['3.0']],
};

/** What the description calls things by that are meant here, but for those that stand beside. */
function* namesFor(place: ShapeAt, path: readonly string[], context: TreeContext): Iterable<string> {
  const taken = beside(holderOf(path), context);
  for (const name of meantNames(place, path, context)) if (!taken.includes(name)) yield name;
}

function meantNames({ owner, field, shape }: ShapeAt, path: readonly string[], context: TreeContext): Iterable<string> {
  const { names } = context;
  switch (`${owner}.${field}`) {
    case 'operation.tags':
    case 'tag.parent':
      return names.tags();
    case 'link.parameters':
    case 'link.requestBody':
      return shape.kind === 'any' ? linkExpressions(path, context) : [];
    case 'link.operationId':
      return names.operationIds();
    case 'parameter.name':
      return textOf(typedOf(context, holderOf(path)), 'in') === 'path' || isFirstInParameter(path, context)
        ? undeclaredParameters(path, context)
        : [];
    case 'schema.required':
    case 'schema.discriminator':
    case 'discriminator.propertyName':
    case 'discriminator.mapping':
      return schemaNames(field, path, context);
    default:
      return owner === 'security-requirement' ? names.scopes(path.at(-2) ?? '') : [];
  }
}

/** Nothing says yet that it is no parameter of the path. */
function isFirstInParameter(path: readonly string[], context: TreeContext): boolean {
  return textOf(typedOf(context, holderOf(path)), 'in') === undefined;
}

/** A parameter of the path is always required (OpenAPI 3.x, Parameter Object). */
function isTrueAlone({ owner, field }: ShapeAt, path: readonly string[], context: TreeContext): boolean {
  return owner === 'parameter' && field === 'required' && textOf(typedOf(context, holderOf(path)), 'in') === 'path';
}
