/** A header by which a client names the version it has read (RFC 9110, section 13.1.1). */
export const ifMatch = {
  name: 'If-Match',
  in: 'header',
  description: 'The version that is changed.',
  schema: { type: 'string' },
} as const;
