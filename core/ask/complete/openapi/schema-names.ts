import { type TreeContext, typedOf } from '#core/ask/complete/openapi/tree-context.ts';
import { childOf, keysOf, type TypedNode, textOf } from '#core/ask/complete/tree/typed-tree.ts';
import { parsePointer } from '#core/openapi/reference/reference-target.ts';

/** What `required` and discriminators of a schema may name: its properties, or the schemas it is one of. */
export function schemaNames(field: string, path: readonly string[], context: TreeContext): readonly string[] {
  switch (field) {
    case 'required':
      return propertiesOf(typedOf(context, path.slice(0, -2)), context);
    case 'discriminator':
      return propertiesOf(typedOf(context, path.slice(0, -1)), context);
    case 'propertyName':
      return propertiesOf(typedOf(context, path.slice(0, -2)), context);
    case 'mapping': {
      const branches = branchesOf(typedOf(context, path.slice(0, -3)));
      return branches.length > 0
        ? branches
        : [...context.names.components('schemas')].map((name) => `#/components/schemas/${name}`);
    }
    default:
      return [];
  }
}

/** The properties of a schema as it is typed, and those that its parts and branches have. */
export function propertiesOf(schema: TypedNode | undefined, context: TreeContext, depth = 0): readonly string[] {
  if (schema === undefined || depth > 4) return [];
  const own = keysOf(childOf(schema, 'properties'));
  const parts = ['allOf', 'oneOf', 'anyOf'].flatMap((key) => itemsOf(childOf(schema, key)));
  const reference = textOf(schema, '$ref');
  const behind =
    reference?.startsWith('#/') === true ? context.names.propertiesOf(parsePointer(reference.slice(1))) : [];
  return [...new Set([...own, ...behind, ...parts.flatMap((part) => propertiesOf(part, context, depth + 1))])];
}

function branchesOf(schema: TypedNode | undefined): readonly string[] {
  return ['oneOf', 'anyOf']
    .flatMap((key) => itemsOf(childOf(schema, key)))
    .flatMap((item) => textOf(item, '$ref') ?? []);
}

function itemsOf(node: TypedNode | undefined): readonly TypedNode[] {
  return node?.kind === 'list' ? node.items.flatMap((item) => item ?? []) : [];
}
