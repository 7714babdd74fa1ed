import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type Review, review } from '#core/review.ts';
import type { ReviewSettings } from '#core/review-settings.ts';
import { rules } from '#rules/index.ts';
import type { Files } from './check-rule.ts';

const folder = 'file:///w/';
const preset = { name: 'all', description: 'every rule', base: 'all', rules: {} } as const;
const rulebook = { rules: rules.filter(({ id }) => id === 'openapi/component-used'), presets: [preset] };

const shared = `openapi: 3.0.3
paths:
  /health: { get: {} }
components:
  schemas:
    Error: { type: object }
`;

function user(schema: string): string {
  return `openapi: 3.0.3
paths:
  /orders:
    get:
      responses:
        default:
          description: It failed.
          content:
            application/json:
              schema: { $ref: '${schema}' }
`;
}

function reviewed(files: Files, previous?: Review): Review {
  const settings: ReviewSettings = { folders: [folder], preset: 'all', unread: new Map(), failFast: true };
  const sources = Object.entries(files).map(([name, text]) => {
    const known = previous?.workspace.sources.get(folder + name);
    return known?.text === text ? known : { uri: folder + name, text };
  });
  return review(sources, rulebook, settings, previous);
}

function toldOf({ files }: Review): readonly string[] {
  return (files.get(`${folder}shared.yaml`)?.findings ?? []).map(({ message }) => message);
}

describe('A component that only another description uses', () => {
  const told = ['Nothing refers to the schema “Error”.'];

  it('is told of before the other one comes, and after it goes', () => {
    const alone = reviewed({ 'shared.yaml': shared });
    assert.deepEqual(toldOf(alone), told);
    const both = reviewed({ 'shared.yaml': shared, 'api.yaml': user('shared.yaml#/components/schemas/Error') }, alone);
    assert.deepEqual(toldOf(both), []);
    assert.deepEqual(toldOf(reviewed({ 'shared.yaml': shared }, both)), told);
  });

  it('is told of once the other one refers elsewhere', () => {
    const both = reviewed({ 'shared.yaml': shared, 'api.yaml': user('shared.yaml#/components/schemas/Error') });
    assert.deepEqual(toldOf(both), []);
    const edited = reviewed({ 'shared.yaml': shared, 'api.yaml': user('#/components/schemas/Error') }, both);
    assert.deepEqual(toldOf(edited), told);
  });
});
