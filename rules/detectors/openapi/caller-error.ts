/**
 * True for a status that tells the caller of a mistake, as written: a 4xx code or range, or `default`. 429 tells of nothing that is
 * wrong with the request, and 409, 412 and 428 tell of what others have changed meanwhile: who documents these alone has not thought
 * of the others yet.
 */
export function isCallerError(status: string): boolean {
  return !othersFault.has(status) && isRefusal(status);
}

/** True for any status that refuses a request, as written. */
export function isRefusal(status: string): boolean {
  return /^(?:4(?:\d\d|xx)|default)$/i.test(status);
}

const othersFault = new Set(['409', '412', '428', '429']);
