import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Rule } from '#core/rule.ts';
import { discriminatorMappingResolves } from '#rules/openapi/discriminator-mapping-resolves.ts';
import { encodingMatches } from '#rules/openapi/encoding-matches.ts';
import { linkTargetExists } from '#rules/openapi/link-target-exists.ts';
import { securitySchemeDefined } from '#rules/openapi/security-scheme-defined.ts';
import { securityScopeDefined } from '#rules/openapi/security-scope-defined.ts';
import { findingsIn, reviewFiles } from './check-rule.ts';

/** The titles of the fixes of the one finding in a description. */
function fixes(rule: Rule, rest: string): readonly string[] {
  const name = 'openapi.yaml';
  const found = findingsIn(reviewFiles({ [name]: `openapi: 3.0.3\n${rest}` }, [rule]), name);
  assert.equal(found.length, 1);
  return found.flatMap((finding) => finding.fixes.map(({ title }) => title));
}

const scheme = '{ type: http, scheme: basic }';

function requiring(used: string, ...defined: readonly string[]): string {
  const schemes = defined.map((name) => `${name}: ${scheme}`).join(', ');
  return `security: [{ ${used}: [] }]\npaths: {}\ncomponents: { securitySchemes: { ${schemes} } }\n`;
}

function scoped(used: string, ...scopes: readonly string[]): string {
  const listed = scopes.map((name) => `'${name}': ''`).join(', ');
  const flows = `{ clientCredentials: { tokenUrl: /token, scopes: { ${listed} } } }`;
  return `security: [{ oauth: ['${used}'] }]
paths: {}
components: { securitySchemes: { oauth: { type: oauth2, flows: ${flows} } } }
`;
}

function mapped(used: string, ...schemas: readonly string[]): string {
  const branches = schemas.map((name) => `{ $ref: '#/components/schemas/${name}' }`).join(', ');
  const all = schemas.map((name) => `    ${name}: { type: object }\n`).join('');
  return `paths: {}
components:
  schemas:
    Holder:
      oneOf: [${branches}]
      discriminator: { propertyName: kind, mapping: { one: ${used} } }
${all}`;
}

function encoded(used: string, ...properties: readonly string[]): string {
  const all = properties.map((name) => `${name}: { type: string }`).join(', ');
  const form = `{ schema: { type: object, properties: { ${all} } }, encoding: { ${used}: { contentType: text/plain } } }`;
  return `paths: {}
components: { requestBodies: { Form: { content: { multipart/form-data: ${form} } } } }
`;
}

function linked(used: string, ...ids: readonly string[]): string {
  const paths = ids.map((id) => `  /${id}: { get: { operationId: ${id}, responses: {} } }\n`).join('');
  return `paths:\n${paths}components: { links: { next: { operationId: ${used} } } }\n`;
}

const kinds: readonly (readonly [Rule, (used: string, ...names: readonly string[]) => string, string])[] = [
  [discriminatorMappingResolves, mapped, 'Map “one” to “partA”'],
  [encodingMatches, encoded, 'Rename the encoding “partC” to “partA”'],
  [linkTargetExists, linked, 'Link to “partA”'],
  [securitySchemeDefined, requiring, 'Use “partA”'],
  [securityScopeDefined, scoped, 'Use the scope “partA”'],
];

describe('a name that is near others', () => {
  for (const [rule, write, title] of kinds) {
    it(`is taken for one of them, and for none of several (${rule.id})`, () => {
      assert.deepEqual(fixes(rule, write('partC', 'partA', 'other')), [title]);
      assert.deepEqual(fixes(rule, write('partC', 'partA', 'partB')), []);
    });

    it(`is not taken for one that shares nothing (${rule.id})`, () => {
      const own = rule === securitySchemeDefined ? ['Define “b” as a bearer token'] : [];
      assert.deepEqual(fixes(rule, write('b', 'a')), own);
    });
  }
});
