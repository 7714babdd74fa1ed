import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { typedIn } from './typed-files.ts';

describe('completion in an empty file', () => {
  it('begins a description', () => {
    assert.deepEqual(typedIn({ 'a.yaml': '¦' }).labels, ['openapi', 'openapi 3.0', 'openapi 3.2', 'swagger']);
    assert.equal(
      typedIn({ 'a.yaml': 'op¦' }).takenPlainly('openapi'),
      'openapi: 3.1.1\ninfo:\n  title: My API\n  version: 1.0.0\npaths:\n  ',
    );
    assert.equal(typedIn({ 'a.yaml': 'sw¦' }).takenPlainly('swagger').split('\n')[0], "swagger: '2.0'");
    assert.equal(
      typedIn({ 'a.json': '{¦}' }).takenPlainly('openapi'),
      '{\n  "openapi": "3.1.1",\n  "info": {\n    "title": "My API",\n    "version": "1.0.0"\n  },\n  "paths": {\n    \n  }\n}',
    );
  });

  it('is silent in files of others', () => {
    assert.deepEqual(typedIn({ 'a.yaml': 'services:\n  ¦' }).labels, []);
    assert.deepEqual(typedIn({ 'a.yaml': 'services: {}\n¦' }).labels, []);
    assert.deepEqual(typedIn({ 'a.json': '{ "name": "x", ¦ }' }).labels, []);
  });
});
