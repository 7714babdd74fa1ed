import { rfcUrl } from '#core/openapi/spec/status-codes.ts';

/** What a name stands for that is defined elsewhere, and where. */
export interface NameMeaning {
  readonly about: string;
  readonly source: string;
  readonly url: string;
}

/** Formats of JSON Schema Validation 2020-12 §7.3 and of the OpenAPI Format Registry. */
export const formatMeanings: ReadonlyMap<string, NameMeaning> = new Map([
  rfc('date-time', 'A date and a time with its distance to UTC: `2026-01-31T09:30:00Z`.', 3339, '5.6'),
  rfc('date', 'A date: `2026-01-31`.', 3339, '5.6'),
  rfc('time', 'A time with its distance to UTC: `09:30:00Z`.', 3339, '5.6'),
  rfc('duration', 'A length of time: `P3D`, `PT1H30M`.', 3339),
  rfc('uuid', 'A UUID: `f81d4fae-7dec-11d0-a765-00a0c91e6bf6`.', 9562),
  rfc('email', 'An e-mail address.', 5321, '4.1.2'),
  rfc('idn-email', 'An e-mail address with letters of all scripts.', 6531),
  rfc('hostname', 'The name of a host.', 1123),
  rfc('idn-hostname', 'The name of a host with letters of all scripts.', 5890),
  rfc('ipv4', 'An IPv4 address: `192.0.2.1`.', 2673),
  rfc('ipv6', 'An IPv6 address: `2001:db8::1`.', 4291),
  rfc('uri', 'A URI with its scheme: `https://example.com/a`.', 3986),
  rfc('uri-reference', 'A URI, or one relative to another.', 3986),
  rfc('iri', 'A URI with letters of all scripts.', 3987),
  rfc('iri-reference', 'The same, or one relative to another.', 3987),
  rfc('uri-template', 'A URI with variables in braces.', 6570),
  rfc('json-pointer', 'A JSON Pointer: `/orders/0/id`.', 6901),
  registry('int32', 'A whole number of 32 bits with a sign.'),
  registry('int64', 'A whole number of 64 bits with a sign: more than JavaScript can count exactly.'),
  registry('float', 'A number with single precision.'),
  registry('double', 'A number with double precision.'),
  registry('byte', 'Bytes as Base64.'),
  registry('binary', 'Any bytes.'),
  registry('password', 'A text that is not to be shown where it is typed.'),
  registry('regex', 'A regular expression of ECMA-262.'),
]);

/** Media types that descriptions name often (IANA Media Types Registry). */
export const mediaTypeMeanings: ReadonlyMap<string, NameMeaning> = new Map([
  rfc('application/json', 'JSON.', 8259),
  rfc('application/problem+json', 'What went wrong, in the form all APIs share.', 9457),
  rfc('application/problem+xml', 'The same in XML.', 9457),
  rfc('application/merge-patch+json', 'A change: an object with the members that become others.', 7396),
  rfc('application/json-patch+json', 'A change: a list of single steps.', 6902),
  rfc('application/xml', 'XML.', 7303),
  rfc('text/xml', 'XML.', 7303),
  rfc('text/plain', 'Text without markup.', 2046, '4.1.3'),
  rfc('text/csv', 'Rows of values with commas between.', 4180),
  rfc('text/markdown', 'Markdown.', 7763),
  rfc('multipart/form-data', 'Several parts: fields of a form, and files.', 7578),
  rfc('multipart/mixed', 'Several parts, each with headers of its own.', 2046, '5.1.3'),
  rfc('application/octet-stream', 'Any bytes.', 2046, '4.5.1'),
  rfc('application/pdf', 'PDF.', 8118),
  rfc('application/x-ndjson', 'JSON values, one a line.', 8259),
  rfc('application/json-seq', 'A sequence of JSON values.', 7464),
  iana('application/x-www-form-urlencoded', 'The fields of a form as in a query.', 'application/x-www-form-urlencoded'),
  iana('text/html', 'HTML.', 'text/html'),
  iana('text/event-stream', 'Events that the server sends one by one.', 'text/event-stream'),
  iana('image/png', 'A picture, PNG.', 'image/png'),
  iana('image/jpeg', 'A picture, JPEG.', 'image/jpeg'),
  iana('image/svg+xml', 'A picture, SVG.', 'image/svg+xml'),
]);

type Entry = readonly [string, NameMeaning];

function rfc(name: string, about: string, number: number, section = ''): Entry {
  const source = section === '' ? `RFC ${number}` : `RFC ${number} §${section}`;
  return [name, { about, source, url: rfcUrl(number, section) }];
}

function registry(name: string, about: string): Entry {
  return [name, { about, source: 'Format Registry', url: `https://spec.openapis.org/registry/format/${name}.html` }];
}

function iana(name: string, about: string, path: string): Entry {
  return [name, { about, source: 'IANA', url: `https://www.iana.org/assignments/media-types/${path}` }];
}
