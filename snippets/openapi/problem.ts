import { sharedComponents } from '#snippets/openapi/shared-components.ts';
import type { Components, OpenApiPattern, Values } from '#snippets/pattern.ts';

const responseNames = [
  'BadRequest',
  'Unauthorized',
  'Forbidden',
  'NotFound',
  'Conflict',
  'UnprocessableContent',
  'TooManyRequests',
  'InternalServerError',
  'UnexpectedProblem',
];

/** What the contributed snippets of the other patterns refer to. */
export const problemComponents: Components = {
  schemas: pick('schemas', ['Problem']),
  responses: pick('responses', responseNames),
};

export const problem: OpenApiPattern = {
  language: 'openapi',
  id: 'oas-problem',
  title: 'Problem details for errors',
  keywords: ['error', 'RFC 9457', 'RFC 7807', 'application/problem+json', 'exception'],
  description: 'The Problem schema (RFC 9457) and responses for 400, 401, 403, 404, 409, 422, 429, 500 and the rest.',
  contributions: [{ context: 'components', body: problemComponents }],
  insertion: {
    kind: 'components',
    names: ['schemas/Problem', ...responseNames.map((name) => `responses/${name}`)],
  },
};

function pick(group: string, names: readonly string[]): Values {
  const all = sharedComponents[group] ?? {};
  return Object.fromEntries(Object.entries(all).filter(([name]) => names.includes(name)));
}
