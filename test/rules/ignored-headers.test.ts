import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { headerNotIgnored } from '#rules/openapi/header-not-ignored.ts';
import { findingsIn, reviewFiles } from './check-rule.ts';

const header = (name: string): string => `parameters: [{ name: ${name}, in: header, schema: { type: string } }]`;
const json = 'content: { application/json: {} }';

/** What is told of the one ignored header of a path, and whether its removal is offered. */
function told(item: string): readonly [message: string, fixes: number] {
  const text = `openapi: 3.0.3
paths:
  /orders: ${item}
components:
  responses:
    Orders: { description: Orders., ${json} }
`;
  const name = 'openapi.yaml';
  const [found, ...others] = findingsIn(reviewFiles({ [name]: text }, [headerNotIgnored]), name);
  assert.ok(found !== undefined && others.length === 0);
  return [found.message.slice(found.message.indexOf('. ') + 2), found.fixes.length];
}

describe('a header that is ignored', () => {
  it('is removed where responses have media types', () => {
    const said = ['The media types under `content` of the responses say it.', 1];
    const unsaid = ['Write the media types under `content` of the responses.', 0];
    const get = (responses: string): string => `{ get: { ${header('Accept')}, responses: { ${responses} } } }`;
    assert.deepEqual(told(get(`'200': { description: Ok., ${json} }`)), said);
    assert.deepEqual(told(get(`'200': { $ref: '#/components/responses/Orders' }`)), said);
    assert.deepEqual(told(get(`'200': { $ref: 'other.yaml' }`)), said);
    assert.deepEqual(told(get(`default: { description: Ok., ${json} }`)), said);
    assert.deepEqual(told(get(`'200': { description: Ok. }`)), unsaid);
    assert.deepEqual(told(get(`'204': { description: Ok. }, '404': { description: No., ${json} }`)), unsaid);
    assert.deepEqual(told(get(`'204': { description: Ok. }, default: { description: No., ${json} }`)), unsaid);
    const shared = (responses: string): string => `{ ${header('Accept')}, get: { responses: { ${responses} } } }`;
    assert.deepEqual(told(shared(`'200': { description: Ok., ${json} }`)), said);
    assert.deepEqual(told(shared(`'200': { description: Ok. }`)), unsaid);
  });

  it('is removed where the body has media types', () => {
    const post = (more: string): string => `{ post: { ${header('content-type')}, ${more}responses: {} } }`;
    assert.deepEqual(told(post(`requestBody: { ${json} }, `)), [
      'The media types under `content` of the request body say it.',
      1,
    ]);
    assert.deepEqual(told(post('')), ['Write the media types under `content` of a request body.', 0]);
  });

  it('is removed where security schemes are there', () => {
    assert.deepEqual(told(`{ get: { ${header('Authorization')}, responses: {} } }`), ['Define a security scheme.', 0]);
  });

  it('is removed where its response has media types', () => {
    const get = (more: string): string =>
      `{ get: { responses: { '200': { description: Ok., headers: { Content-Type: { schema: {} } }${more} } } } }`;
    assert.deepEqual(told(get(`, ${json}`)), ['The media types under `content` say it.', 1]);
    assert.deepEqual(told(get('')), [
      'The media type of a body stands under `content`; without a body there is none.',
      0,
    ]);
  });
});
