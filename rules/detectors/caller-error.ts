/**
 * True for a status that tells the caller of a mistake, as written: a 4xx code or range, or `default`. 429 alone tells of nothing
 * that is wrong with the request.
 */
export function isCallerError(status: string): boolean {
  return status !== '429' && /^(?:4(?:\d\d|xx)|default)$/i.test(status);
}
