import type { FieldSpec, ObjectName } from '#core/openapi/spec/spec.ts';

/** Fields that are used most, first; those of other objects are told in the order of the specification. */
const usual: { readonly [O in ObjectName]?: readonly string[] } = {
  document: words('openapi swagger info servers tags paths webhooks components security'),
  'path-item': words('get post put patch delete parameters'),
  operation: words('summary operationId tags parameters requestBody responses security description'),
  parameter: words('name in required schema type description'),
  schema: words(
    'type format properties items required enum description additionalProperties allOf oneOf anyOf nullable default example examples readOnly writeOnly minimum maximum minLength maxLength pattern minItems maxItems uniqueItems const title deprecated discriminator',
  ),
};

function words(text: string): readonly string[] {
  return text.split(' ');
}

type Field = readonly [name: string, field: FieldSpec];

/** What is wanted there first, what the specification advises against last. */
export function inUsualOrder(
  object: ObjectName,
  fields: readonly Field[],
  isWanted: (name: string, field: FieldSpec) => boolean,
): readonly Field[] {
  const order = usual[object] ?? [];
  const rank = ([name, field]: Field): number => {
    if (isWanted(name, field)) return -1;
    if (field.isDeprecated === true) return order.length + 1;
    const place = order.indexOf(name);
    return place < 0 ? order.length : place;
  };
  return fields.toSorted((a, b) => rank(a) - rank(b));
}
