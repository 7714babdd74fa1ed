import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { filesUnder, readText } from './repository-files.ts';

/** Looks only into trees of what is judged, or of a response whose prose was asked for. */
const exempt = ['rules/detectors/openapi/lacks-schema.ts'];

const reading = /\bfind\w+\([^;'()]*'(?:description|summary)'/;

describe('descriptions and summaries', () => {
  it('are read by `readProse`, which notes it', () => {
    const files = ['core', 'rules'].flatMap((folder) => filesUnder(folder, '.ts'));
    const readers = files.filter((path) => reading.test(readText(path)));
    assert.deepEqual(readers, exempt);
  });
});
