import type { OpenApiVersion } from '#core/openapi/model.ts';
import type { WrongType } from '#core/openapi/spec/fault.ts';
import type { Fix } from '#core/rule.ts';
import { itemsOf } from '#core/tree/tree.ts';

/** 3.0: a list of types as the one type it has, with `nullable` where null is the other. */
export function oldSchemaType(
  { object, field, value, pointer, isWithin }: WrongType,
  version: OpenApiVersion,
  uri: string,
): Fix | undefined {
  if (version !== '3.0' || object !== 'schema' || field !== 'type' || isWithin) return undefined;
  const named = itemsOf(value).map((item) => (item.kind === 'scalar' ? String(item.value) : ''));
  const [type, ...others] = named.filter((name) => name !== 'null');
  if (type === undefined || type === '' || others.length > 0) return undefined;
  const isNullable = named.includes('null');
  const nullable = {
    kind: 'set',
    uri,
    pointer: [...pointer.slice(0, -1), 'nullable'],
    value: true,
    after: ['type'],
  } as const;
  return {
    title: `Write “type: ${type}”${isNullable ? ' and “nullable: true”' : ''}`,
    safety: 'review',
    changes: [{ kind: 'set', uri, pointer, value: type }, ...(isNullable ? [nullable] : [])],
  };
}
