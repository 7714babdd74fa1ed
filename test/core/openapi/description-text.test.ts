import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { isDescriptionText } from '#core/openapi/description-text.ts';

describe('isDescriptionText', () => {
  it('looks for the root key only', () => {
    for (const text of [
      'openapi: 3.1.0',
      '# c\n---\ninfo: {}\n"swagger": "2.0"\n',
      '\uFEFFopenapi: 3.0.0\r\n',
      '  info: 1\n  openapi: 3.0.0\n',
      '{"openapi": "3.1.0"}',
      '\uFEFF{\n "info": {"openapi": 1},\n "swagger" : "2.0"}',
      '{info: {}, openapi: 3.1.0}',
      '{"a \\"b\\"": 1, "openapi" /* of */ : "3.1.0"}',
      '---\n  openapi: 3.1.0\n',
      '{\n  "info": {,\n  "openapi": "3.1.0"\n}',
      '{\n  "info": {}},\n  "openapi": "3.1.0"\n}',
      '{\r\n\r\n\t"info": 1,,\r\n\t"openapi": "3.1.0"\r\n}',
    ])
      assert.equal(isDescriptionText(text), true, text);
    for (const text of [
      '',
      'type: object\nproperties:\n  openapi: {}\n',
      '- openapi: 3.1.0\n',
      '# openapi: 3.1.0\n',
      'openapiVersion: 1\n',
      '{"info": {"openapi": "3.1.0"}}',
      '[{"openapi": 1}]',
      'a:\n  openapi: 3.1.0\n',
      '{',
      '{\n  "info": {,\n    "openapi": "3.1.0"\n}',
    ])
      assert.equal(isDescriptionText(text), false, text);
  });
});
