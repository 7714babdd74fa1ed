import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { saysPublic } from '#rules/detectors/openapi/says-public.ts';

describe('a text that says that no credentials are needed', () => {
  const taken = [
    'A public endpoint for crawlers',
    'There is no rate limit on this public endpoint.',
    'No login: this is a public endpoint.',
    'A public endpoint is not rate limited.',
    'Auth is optional.',
    'Authentication is not required.',
    'No access token is required, and none is accepted.',
    'You do not need an API key.',
    'Works without API key.',
    'The service does not store anything. Publicly available.',
    'This is not for production. It is a public API.',
    'Authentication is\nnot required.',
    'Publicly readable, but not writable.',
    'Anonymous access is supported.',
  ];
  const left = [
    'This is not a public endpoint.',
    'A non-public API.',
    'This isn’t a public endpoint',
    "This isn't publicly accessible.",
    'Must not be made publicly available.',
    'Not intended as a public API; for partners only.',
    'It is not considered part of our public API.',
    'Not all endpoints are public.',
    'There is no public access.',
    'Anonymous access is not allowed.',
    'Unauthenticated access is rejected.',
    'Cannot be called without authentication.',
    'It does not work without API key.',
    'Requests without authentication are rejected with 401.',
    'Without authentication a 401 is returned.',
    'Calls without access tokens get 401.',
    'This is not a\npublic endpoint.',
    'Never open to the public.',
    'Authentication is not optional.',
  ];

  it('is one that says so', () => {
    assert.deepEqual(
      taken.filter((text) => !saysPublic(text)),
      [],
    );
  });

  it('is none that says the opposite', () => {
    assert.deepEqual(left.filter(saysPublic), []);
  });
});
