import { segmentsOf } from '#core/openapi/effective/path-template.ts';
import type { Operation } from '#core/openapi/model.ts';
import { wordsOf } from '#core/text/casing.ts';
import { singularOf } from '#core/text/english.ts';
import { endsInParameter } from '#rules/detectors/openapi/collection.ts';
import { jobNouns } from '#rules/words/job-words.ts';

/** True for a request that is answered before its work is done. */
export function answersLater({ method, origin, responses }: Operation): boolean {
  return method !== 'get' && origin === 'path' && responses.some(({ status }) => status.value === '202');
}

/** True for `GET /jobs/{id}`, `GET /exports/{id}/status` and the like. */
export function isJobRead({ method, origin, path }: Operation): boolean {
  if (method !== 'get' || origin !== 'path') return false;
  const segments = segmentsOf(path);
  const isStatus = /^(?:status|state)$/i.test(segments.at(-1) ?? '');
  const item = isStatus ? segments.slice(0, -1) : segments;
  if (!isStatus && !endsInParameter(path)) return false;
  const noun = singularOf(wordsOf(item.at(-2) ?? '').at(-1) ?? '');
  return (item.at(-1)?.includes('{') ?? false) && jobNouns.has(noun);
}
