import { type ConfigKey, type ConfigShape, configShape } from '#core/config/config-shape.ts';
import type { Rulebook } from '#core/rulebook.ts';

type JsonSchema = { readonly [key: string]: unknown };

/** The JSON schema (2020-12 draft's common part with draft 7) of `plumbline.yaml`, for completion and checks in editors. */
export function configSchema(rulebook: Rulebook): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Plumbline configuration',
    description: 'plumbline.yaml holds for the files of its folder and below.',
    ...schemaOf(configShape(rulebook)),
  };
}

function schemaOf(shape: ConfigShape): JsonSchema {
  switch (shape.kind) {
    case 'map':
      return {
        type: 'object',
        additionalProperties: shape.others === undefined ? false : schemaOf(shape.others),
        ...requiredKeys(shape.keys),
        ...(shape.keys.length === 0
          ? {}
          : { properties: Object.fromEntries(shape.keys.map((key) => [key.name, keySchema(key)])) }),
      };
    case 'list':
      return { type: 'array', items: schemaOf(shape.items) };
    case 'choice':
      return choiceSchema(shape);
    case 'path':
      return { type: 'string' };
    case 'value':
      return { type: shape.type, ...(shape.usual === undefined ? {} : { default: shape.usual }) };
    case 'either':
      return { anyOf: shape.shapes.map(schemaOf) };
    default:
      return shape satisfies never;
  }
}

function choiceSchema({ words, others }: Extract<ConfigShape, { kind: 'choice' }>): JsonSchema {
  const names = words.map(({ name }) => (name === 'false' ? false : name));
  if (others === undefined) return { enum: names };
  if (others === '') return { type: 'string' };
  return { anyOf: [{ enum: names }, { type: 'string', pattern: `^${others}` }] };
}

function keySchema({ description, detail, value, rule }: ConfigKey): JsonSchema {
  return { description: rule === undefined ? description : `${description} (${detail})`, ...schemaOf(value) };
}

/** Only an ignore must have keys. */
function requiredKeys(keys: readonly ConfigKey[]): JsonSchema {
  const names = keys.map(({ name }) => name);
  return names.includes('reason') ? { required: ['files', 'reason'] } : {};
}
