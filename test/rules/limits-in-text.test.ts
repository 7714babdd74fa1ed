import { describe, it } from 'mocha';
import { arraySizeLimited } from '#rules/openapi/array-size-limited.ts';
import { stringLengthLimited } from '#rules/openapi/string-length-limited.ts';
import { checkExample } from './check-rule.ts';

const text = (property: string): string => `openapi: 3.0.3
paths:
  /orders:
    post:
      requestBody:
        content:
          application/json:
            schema:
              type: object
              properties:
                ${property}
      responses: {}
`;

describe('a limit that a description names', () => {
  it('is the one that is written', () => {
    const list = (mark: string, more: string): string =>
      text(`${mark}:
                  type: array
                  items: { type: integer }${more}
                  description: Lines of the order (maximum 10).`);
    checkExample(arraySizeLimited, {
      title: '',
      bad: list('«lines»', ''),
      good: list('lines', '\n                  maxItems: 10'),
    });
    const note = (mark: string, more: string): string =>
      text(`${mark}:
                  type: string${more}
                  description: A note of at most 40 characters.`);
    checkExample(stringLengthLimited, {
      title: '',
      bad: note('«note»', ''),
      good: note('note', '\n                  maxLength: 40'),
    });
  });

  it('is none where the text speaks of something else', () => {
    const list = (mark: string, more: string): string =>
      text(`${mark}:
                  type: array
                  items: { type: integer }${more}
                  description: Names of at most 40 characters.`);
    checkExample(arraySizeLimited, {
      title: '',
      bad: list('«lines»', ''),
      good: list('lines', '\n                  maxItems: 100'),
    });
  });
});
