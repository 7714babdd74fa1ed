import { rules } from '#rules/index.ts';
import { applyFixes, findingsIn, reviewFiles } from './check-rule.ts';

const judges = rules.filter(({ id }) =>
  [
    'openapi/field-known',
    'openapi/keyword-known',
    'openapi/reference-allowed',
    'openapi/reference-kind',
    'openapi/value-allowed',
  ].includes(id),
);

/** The texts after the first fix of each finding, and what was told. */
export function mended(text: string): { readonly told: readonly string[]; readonly text: string | undefined } {
  const files = { 'openapi.yaml': text };
  const reviewed = reviewFiles(files, judges);
  const found = findingsIn(reviewed, 'openapi.yaml');
  const fixes = found.flatMap(({ fixes: [first] }) => (first === undefined ? [] : [first]));
  return { told: found.map(({ message }) => message), text: applyFixes(reviewed, files, fixes)['openapi.yaml'] };
}

/** The head of a description. */
export const head = (version: string) => `openapi: ${version}\ninfo: { title: Shop, version: '1' }\n`;
/** A description with one operation, and lines in its success. */
export const response = (version: string, lines: string) => `${head(version)}paths:
  /orders:
    get:
      responses:
        '200':
          description: The orders.
${lines}        '400':
          description: Wrong.
          content:
            application/vnd.shop+json: {}
`;
