/** Registered codes that clients read in different ways, and what to answer instead. */
export const uncommonStatusCodes: ReadonlyMap<string, string> = new Map([
  ['203', '200'],
  ['205', '204'],
  ['302', '303, or 307 where the method stays'],
  ['305', 'another error'],
  ['417', '400, 409 or 422'],
  ['418', '400'],
  ['424', '409 or 502'],
  ['425', '409 or 429'],
  ['506', '500'],
  ['510', '400'],
]);
