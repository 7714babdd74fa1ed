import { propertiesOf } from '#core/ask/complete/openapi/schema-names.ts';
import { type TreeContext, typedOf } from '#core/ask/complete/openapi/tree-context.ts';
import { childOf, keysOf, type TypedNode, textOf } from '#core/ask/complete/tree/typed-tree.ts';
import { templateNames } from '#core/openapi/effective/path-template.ts';
import { bodyExpression } from '#core/openapi/expression/runtime-expression.ts';
import { parsePointer } from '#core/openapi/reference/reference-target.ts';

/** Runtime expressions that may stand at a value of a link: what its response, and the request that was answered, hold. */
export function linkExpressions(path: readonly string[], context: TreeContext): readonly string[] {
  const response = typedOf(context, path.slice(0, path.lastIndexOf('links')));
  const operation = operationAround(path, 'responses', context);
  const wanted = path.at(-2) === 'parameters' ? (path.at(-1) ?? '') : '';
  return [
    ...first(wanted, bodyProperties(response, context)).map((name) => bodyExpression('response', [name])),
    ...keysOf(childOf(response, 'headers')).map((name) => `$response.header.${name}`),
    ...requestExpressions(operation, context, wanted),
    '$response.body',
    '$request.body',
    '$url',
    '$method',
    '$statusCode',
  ];
}

/** Keys of a callback: expressions that find the address to call in the request that asks for it. */
export function callbackKeys(path: readonly string[], context: TreeContext): readonly string[] {
  const operation = operationAround(path, 'callbacks', context);
  const all = requestExpressions(operation, context, '').map((text) => `{${text}}`);
  const addresses = all.filter((text) => /ur[il]|callback|hook|endpoint|address/i.test(text));
  return addresses.length > 0 ? addresses : all;
}

/** The operation that holds a field of this name on the way; undefined for a component. */
function operationAround(path: readonly string[], field: string, context: TreeContext): TypedNode | undefined {
  const end = path.lastIndexOf(field);
  return end > 0 && path[0] !== 'components' ? typedOf(context, path.slice(0, end)) : undefined;
}

function requestExpressions(operation: TypedNode | undefined, context: TreeContext, wanted: string): readonly string[] {
  if (operation === undefined) return [];
  const inPath = templateNames(context.template ?? '').map(({ value }) => value);
  const list = childOf(operation, 'parameters');
  const others = (list?.kind === 'list' ? list.items : []).flatMap((item) => {
    const [place = '', name = ''] = [textOf(item, 'in'), textOf(item, 'name')];
    return sent.has(place) && name !== '' ? [`$request.${place}.${name}`] : [];
  });
  return [
    ...first(wanted, inPath).map((name) => `$request.path.${name}`),
    ...others,
    ...first(wanted, bodyProperties(childOf(operation, 'requestBody'), context)).map((name) =>
      bodyExpression('request', [name]),
    ),
  ];
}

const sent: ReadonlySet<string> = new Set(['query', 'header']);

/** The properties of a body of one message: of the first media type that has any. */
function bodyProperties(message: TypedNode | undefined, context: TreeContext): readonly string[] {
  const reference = textOf(message, '$ref');
  if (reference !== undefined)
    return reference.startsWith('#/') ? context.names.bodyPropertiesOf(parsePointer(reference.slice(1))) : [];
  const content = childOf(message, 'content');
  for (const type of keysOf(content)) {
    const names = propertiesOf(childOf(childOf(content, type), 'schema'), context);
    if (names.length > 0) return names;
  }
  return [];
}

/** The one of the wanted name first, and what may be it. */
function first(wanted: string, names: readonly string[]): readonly string[] {
  const rank = (name: string) => (name === wanted ? 0 : name === 'id' && /id$/i.test(wanted) ? 1 : 2);
  return [...names].sort((a, b) => rank(a) - rank(b));
}
