import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { singleFindings } from '#core/place/folded-findings.ts';
import { rules } from '#rules/index.ts';
import { reviewFiles } from '../check-rule.ts';
import { toldOf } from './told-of.ts';

const operations = (more: string, method = 'get', count = 4): string =>
  Array.from(
    { length: count },
    (_, index) => `  /r${index + 1}:
    ${method}:
${more}      responses: { '200': { description: It. } }
`,
  ).join('');

const api = (paths: string, components = '', head = ''): string => `openapi: 3.0.3
${head}paths:
${paths}components:
${components || '  schemas: {}\n'}`;

const parameter = (required: boolean, type = 'string'): string =>
  `{ name: shop, in: query, required: ${required}, schema: { type: ${type} } }`;

const bothMethods = (parameters: string): string => `  /orders:
    parameters: [${parameters}]
    get: { responses: { '200': { description: It. } } }
    post: { responses: { '200': { description: It. } } }
`;

const schemes = `  securitySchemes:
    key: { type: apiKey, in: header, name: X-Key }
    token: { type: http, scheme: bearer }
`;

const shared = "      parameters: [{ $ref: '#/components/parameters/Shop' }]\n";
const body = "      requestBody: { $ref: '#/components/requestBodies/New' }\n";
const header = `  /a:
    get: { responses: { '200': { description: It., headers: { X-Left: { $ref: '#/components/headers/Left' } } } } }
  /b:
    get: { responses: { '200': { description: It., headers: { X-Left: { $ref: '#/components/headers/Left' } } } } }
`;

interface Case {
  readonly title: string;
  readonly before: string;
  readonly after: string;
  readonly told: readonly string[];
}

const cases: readonly Case[] = [
  {
    title: 'a parameter among the components that is required now',
    before: api(operations(shared), `  parameters:\n    Shop: ${parameter(false)}\n`),
    after: api(operations(shared), `  parameters:\n    Shop: ${parameter(true)}\n`),
    told: ['parameter-not-required: The query parameter “shop” is required now'],
  },
  {
    title: 'a parameter among the components of another type',
    before: api(operations(shared), `  parameters:\n    Shop: ${parameter(false)}\n`),
    after: api(operations(shared), `  parameters:\n    Shop: ${parameter(false, 'integer')}\n`),
    told: ['request-still-accepted: The parameter “Shop” was of type string and is of type integer'],
  },
  {
    title: 'a parameter of a path that is required now',
    before: api(bothMethods(parameter(false))),
    after: api(bothMethods(parameter(true))),
    told: ['parameter-not-required: The query parameter “shop” of GET /orders is required now'],
  },
  {
    title: 'a parameter of a path of another type',
    before: api(bothMethods(parameter(false))),
    after: api(bothMethods(parameter(false, 'integer'))),
    told: ['request-still-accepted: The parameter “shop” of GET /orders was of type string and is of type integer'],
  },
  {
    title: 'a parameter of a path that is gone',
    before: api(bothMethods(parameter(false))),
    after: api(bothMethods('')),
    told: ['parameter-kept: The query parameter “shop” of GET /orders is gone'],
  },
  {
    title: 'a parameter among the components that two operations of a path had',
    before: api(
      bothMethods('').replaceAll(
        ': { responses',
        `: { parameters: [{ $ref: '#/components/parameters/Shop' }], responses`,
      ),
      `  parameters:\n    Shop: ${parameter(false)}\n`,
    ),
    after: api(bothMethods(''), `  parameters:\n    Shop: ${parameter(false)}\n`),
    told: [
      'parameter-kept: The query parameter “shop” of GET /orders is gone',
      'parameter-kept: The query parameter “shop” of POST /orders is gone',
    ],
  },
  {
    title: 'a parameter among the components that a path had',
    before: api(
      bothMethods("{ $ref: '#/components/parameters/Shop' }"),
      `  parameters:\n    Shop: ${parameter(false)}\n`,
    ),
    after: api(bothMethods(''), `  parameters:\n    Shop: ${parameter(false)}\n`),
    told: ['parameter-kept: The query parameter “shop” of GET /orders is gone'],
  },
  {
    title: 'a parameter that went from the path into one of two operations',
    before: api(bothMethods(parameter(false))),
    after: api(bothMethods('').replace('get: {', `get: { parameters: [${parameter(false)}],`)),
    told: ['parameter-kept: The query parameter “shop” of POST /orders is gone'],
  },
  {
    title: 'a request body among the components that is required now',
    before: api(operations(body, 'post'), '  requestBodies:\n    New: { content: { application/json: {} } }\n'),
    after: api(
      operations(body, 'post'),
      '  requestBodies:\n    New: { required: true, content: { application/json: {} } }\n',
    ),
    told: ['body-not-required: The request body “New” is required now'],
  },
  {
    title: 'a header among the components of another type',
    before: api(header, '  headers:\n    Left: { schema: { type: integer } }\n'),
    after: api(header, '  headers:\n    Left: { schema: { type: string } }\n'),
    told: ['response-still-understood: The header “Left” was of type integer and is of type string'],
  },
  {
    title: 'another scheme for all operations',
    before: api(operations(''), schemes, 'security: [{ key: [] }]\n'),
    after: api(operations(''), schemes, 'security: [{ token: [] }]\n'),
    told: ['security-not-raised: For GET /r1 and all that follow the document, “key” no longer suffices'],
  },
  {
    title: 'credentials for all operations, which were open',
    before: api(operations(''), schemes, 'security: []\n'),
    after: api(operations(''), schemes, 'security: [{ token: [] }]\n'),
    told: ['security-not-raised: GET /r1 and all that follow the document now requires credentials'],
  },
  {
    title: 'another scheme where each operation has its own',
    before: api(operations('      security: [{ key: [] }]\n'), schemes, 'security: [{ key: [] }]\n'),
    after: api(operations('      security: [{ key: [] }]\n'), schemes, 'security: [{ token: [] }]\n'),
    told: [],
  },
  {
    title: 'a scheme that all operations are asked for',
    before: api(operations(''), schemes, 'security: [{ key: [] }]\n'),
    after: api(operations(''), schemes.replace('X-Key', 'X-Api-Key'), 'security: [{ key: [] }]\n'),
    told: ['security-scheme-kept: “key” was sent in the header “X-Key”, and is sent in the header “X-Api-Key”'],
  },
];

describe('changes of what operations share', () => {
  for (const { title, before, after, told } of cases) it(title, () => assert.deepEqual(toldOf(before, after), told));

  it('names the operations that a component reaches, through others, too', () => {
    const text = (total: string): string =>
      api(
        `  /orders:
    get: { responses: { '200': { description: All., content: { application/json: { schema: { $ref: '#/components/schemas/Orders' } } } } } }
    post: { requestBody: { content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } }, responses: { '204': { description: Placed. } } }
`,
        `  schemas:
    Orders: { type: array, items: { $ref: '#/components/schemas/Order' } }
    Order: { type: object, properties: { total: { type: ${total} } } }
`,
      );
    const changeRules = rules.filter(({ id }) => id.startsWith('change/'));
    const { files } = reviewFiles({ 'base/openapi.yaml': text('number'), 'openapi.yaml': text('string') }, changeRules);
    const found = [...files.values()].flatMap((file) => [...singleFindings(file.findings)]);
    assert.deepEqual(found.map(({ ruleId, related }) => [ruleId, ...related.map(({ message }) => message)]).sort(), [
      ['change/request-still-accepted', 'As it was in main.', 'POST /orders takes it.'],
      ['change/response-still-understood', 'As it was in main.', 'GET /orders returns it.'],
    ]);
  });
});
