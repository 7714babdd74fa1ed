import { componentReference } from '#snippets/openapi/shared-components.ts';
import type { OpenApiPattern, Values } from '#snippets/pattern.ts';

const validationProblem: Values = {
  description: 'Problem details that name every value at fault.',
  allOf: [
    componentReference('schemas', 'Problem'),
    {
      type: 'object',
      required: ['errors'],
      properties: {
        errors: {
          type: 'array',
          minItems: 1,
          maxItems: 100,
          items: {
            type: 'object',
            required: ['detail', 'code'],
            properties: {
              pointer: { type: 'string', description: 'The value as a JSON Pointer (RFC 6901) into the request body.' },
              detail: { type: 'string', description: 'What is wrong with it, for a person.' },
              code: { type: 'string', description: 'The same for a program; never changes.' },
            },
          },
        },
      },
    },
  ],
};

export const problemValidation: OpenApiPattern = {
  language: 'openapi',
  id: 'oas-problem-validation',
  title: 'Problem details with validation errors',
  keywords: ['error', '422', 'invalid', 'RFC 9457', 'field errors'],
  description: 'A schema that extends Problem by a list of errors with pointer, detail and code.',
  components: { schemas: { ValidationProblem: validationProblem } },
  contributions: [{ context: 'schemas', body: { ValidationProblem: validationProblem } }],
  insertion: { kind: 'components', names: ['schemas/ValidationProblem'] },
};
