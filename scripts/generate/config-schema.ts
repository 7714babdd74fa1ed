import type { Rule, RuleOption } from '#core/rule.ts';
import type { Rulebook } from '#core/rulebook.ts';

type JsonSchema = { readonly [key: string]: unknown };

/** The JSON schema (2020-12 draft's common part with draft 7) of `plumbline.yaml`, for completion and checks in editors. */
export function configSchema({ rules, presets }: Rulebook): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Plumbline configuration',
    description: 'plumbline.yaml holds for the files of its folder and below.',
    type: 'object',
    additionalProperties: false,
    properties: {
      preset: {
        description: 'The set of rules and severities to start from.',
        oneOf: presets.map(({ name, description }) => ({ const: name, description })),
      },
      rules: {
        description: 'Severity or options of single rules, by rule id.',
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(rules.map((rule) => [rule.id, ruleSchema(rule)])),
      },
      include: globs('The files looked at, relative to this file’s folder. Empty: all.'),
      exclude: globs('Files left out, relative to this file’s folder.'),
      entries: globs('When given, only these OpenAPI files are roots.'),
      ignores: {
        description: 'Findings that are not reported.',
        type: 'array',
        items: ignoreSchema(rules),
      },
      prisma: {
        description: 'The Prisma schema (file or folder) the API is compared with. Found by nearness when not given.',
        type: 'string',
      },
    },
  };
}

const severity: JsonSchema = { enum: ['off', 'info', 'warning', 'error'] };

function ruleSchema({ summary, severity: usual, options = {} }: Rule): JsonSchema {
  const setting = {
    type: 'object',
    additionalProperties: false,
    properties: {
      severity: { ...severity, description: 'How grave a finding is; off turns the rule off.' },
      options: {
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(Object.entries(options).map(([name, option]) => [name, optionSchema(option)])),
      },
    },
  };
  return { description: `${summary} (${usual})`, anyOf: [severity, setting] };
}

function optionSchema({ default: value, description }: RuleOption): JsonSchema {
  const type = typeof value === 'object' ? { type: 'array', items: { type: 'string' } } : { type: typeof value };
  return { description, ...type, default: value };
}

function ignoreSchema(rules: readonly Rule[]): JsonSchema {
  return {
    type: 'object',
    additionalProperties: false,
    required: ['files', 'reason'],
    properties: {
      files: globs('The files, relative to this file’s folder.'),
      rules: {
        description: 'The rules ignored there. Empty: every rule.',
        type: 'array',
        items: { anyOf: [{ enum: rules.map(({ id }) => id) }, { type: 'string', pattern: '^plumbline/' }] },
      },
      reason: { description: 'Why; for the reader of this file.', type: 'string', minLength: 1 },
    },
  };
}

function globs(description: string): JsonSchema {
  return { description, anyOf: [{ type: 'array', items: { type: 'string' } }, { type: 'string' }] };
}
