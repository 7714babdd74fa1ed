import type { Schema } from '#core/openapi/model.ts';
import { kindsByKeyword } from '#core/openapi/spec/keyword-types.ts';
import { entriesOf, findString, findValue } from '#core/tree/tree.ts';

/** The type that the keywords of a schema are for, or its format or example; undefined where they tell none, or several. */
export function impliedType({ tree, context: { version } }: Schema): string | undefined {
  const kinds = kindsByKeyword(version);
  const found = new Set(entriesOf(tree).flatMap(({ key }) => kinds.get(key.value) ?? []));
  const [kind, ...others] = found;
  if (kind !== undefined) return others.length === 0 ? kind : undefined;
  const format = findString(tree, 'format')?.value;
  return format === undefined ? typeOfExample(tree) : formatTypes.get(format);
}

const formatTypes: ReadonlyMap<string, string> = new Map([
  ...[
    'date',
    'date-time',
    'time',
    'uuid',
    'uri',
    'email',
    'hostname',
    'ipv4',
    'ipv6',
    'byte',
    'binary',
    'password',
  ].map((format) => [format, 'string'] as const),
  ['int32', 'integer'],
  ['int64', 'integer'],
  ['float', 'number'],
  ['double', 'number'],
]);

function typeOfExample(tree: Schema['tree']): string | undefined {
  const example = findValue(tree, 'example') ?? findValue(tree, 'default');
  if (example === undefined) return undefined;
  if (example.kind !== 'scalar') return example.kind === 'list' ? 'array' : 'object';
  if (example.value === null) return undefined;
  const type = typeof example.value;
  return type === 'number' && Number.isInteger(example.value) ? undefined : type;
}
