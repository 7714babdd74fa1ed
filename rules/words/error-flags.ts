/** Properties that say whether a call succeeded, without casing and separators. */
export const successFlags: ReadonlySet<string> = new Set([
  'success',
  'successful',
  'succeeded',
  'issuccess',
  'issuccessful',
  'ok',
  'isok',
]);

/** Properties that say what went wrong, without casing and separators. */
export const failureMembers: ReadonlySet<string> = new Set([
  'error',
  'errors',
  'errormessage',
  'errormsg',
  'errorcode',
  'errordescription',
  'errordetails',
  'err',
  'exception',
  'failurereason',
]);

/** Words that say that a schema describes an error and nothing else, at the end of its name: `NotFoundError`, `ProblemDetails`. */
export const errorSchemaEndings: readonly (readonly string[])[] = [
  ['error'],
  ['error', 'response'],
  ['error', 'dto'],
  ['error', 'model'],
  ['error', 'body'],
  ['error', 'details'],
  ['problem'],
  ['problem', 'details'],
  ['exception'],
  ['failure'],
];
