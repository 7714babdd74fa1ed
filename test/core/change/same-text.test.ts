import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { review } from '#core/review.ts';
import type { ReviewSettings } from '#core/review-settings.ts';
import { rulebook } from '#rules/rulebook.ts';

const api = `openapi: 3.1.0
info: { title: Shop, version: 1.0.0 }
paths:
  /users:
    get:
      responses:
        '200':
          description: The users.
          content: { application/json: { schema: { $ref: '#/components/schemas/User' } } }
components:
  schemas:
    User:
      allOf:
        - $ref: user.yaml
`;
const user = (name: string): string => `type: object\nproperties:\n  ${name}: { type: string }\n`;

describe('a schema that is the same text as in the base', () => {
  it('is compared where what it includes changed, from what was kept as from scratch', () => {
    const sources = (name: string) => [
      { uri: 'file:///w/api.yaml', text: api },
      { uri: 'file:///w/user.yaml', text: user(name) },
    ];
    const plain: ReviewSettings = { folders: ['file:///w'], preset: 'recommended', unread: new Map() };
    const first = review(sources('name'), rulebook, plain);
    const base = { id: 'base', name: 'main', workspace: first.workspace, formerUris: new Map<string, string>() };
    const settings = { ...plain, base };
    const before = review(sources('name'), rulebook, settings, first);
    const found = (previous?: typeof first) =>
      [...review(sources('fullName'), rulebook, settings, previous).files.values()].flatMap(({ findings }) =>
        findings.filter(({ ruleId }) => ruleId.startsWith('change/')).map(({ message }) => message),
      );
    assert.deepEqual(found(before), found());
    assert.ok(found(before).some((message) => message.includes('“name” of “User” is gone')));
  });
});
