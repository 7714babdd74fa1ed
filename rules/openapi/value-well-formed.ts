import type { OpenApiVersion } from '#core/openapi/model.ts';
import type { WrongForm } from '#core/openapi/spec/fault.ts';
import { type Finding, type Fix, localRule } from '#core/rule.ts';
import { validity } from '#rules/checklist.ts';
import { meantForm } from '#rules/detectors/openapi/meant-form.ts';
import { objectTitle } from '#rules/detectors/openapi/spec-words.ts';
import { openApi, openApiVersions, rfc } from '#rules/sources.ts';
import { formWords } from '#rules/words/form-words.ts';

export const valueWellFormed = localRule({
  id: 'openapi/value-well-formed',
  summary: 'Write URLs, e-mail addresses, media types and versions as they are written everywhere.',
  why: 'Tools open, compare and send these values: one in another form leads nowhere.',
  item: validity,
  references: [openApi('Specification', 'specification'), rfc(3986, '4.1'), rfc(9110, '8.3.1'), openApiVersions],
  severity: 'error',
  recommended: true,
  examples: [
    {
      title: 'An address with a blank, and an e-mail address with a protocol',
      bad: `openapi: 3.1.0
info:
  title: Shop
  version: '1'
  termsOfService: «https://example.com/terms of service»
  contact:
    email: «mailto:api@shop.example.com»
paths: {}
`,
      good: `openapi: 3.1.0
info:
  title: Shop
  version: '1'
  termsOfService: https://example.com/terms%20of%20service
  contact:
    email: api@shop.example.com
paths: {}
`,
    },
    {
      title: 'A version without its last part, and a host with a protocol',
      bad: `{
  "swagger": "2.0",
  "info": { "title": "Shop", "version": "1" },
  "host": «"https://api.example.com"»,
  "basePath": «"v1"»,
  "paths": {}
}
`,
      good: `{
  "swagger": "2.0",
  "info": { "title": "Shop", "version": "1" },
  "host": "api.example.com",
  "basePath": "/v1",
  "paths": {}
}
`,
    },
  ],
  on: ['openapi.written'],
  *check({ faults, section: { uri }, context: { version } }) {
    for (const fault of faults) if (fault.kind === 'wrong-form') yield wrongForm(fault, version, uri);
  },
});

function wrongForm(fault: WrongForm, version: OpenApiVersion, uri: string): Finding {
  const { value, text, object, field, form } = fault;
  const meant = meantForm(text, form);
  const fixes = meant === undefined ? [] : [write(fault, meant, uri)];
  const wanted = formWords(form);
  const title = objectTitle(version, object);
  const shown = text === '' ? `“${field}” is empty` : `“${text}” in “${field}” is not ${wanted}`;
  return {
    span: value.span,
    message: text === '' ? `${shown}: ${wanted} is wanted.` : `${shown}.`,
    fixes,
    cause: {
      key: `${object} ${field} ${text}`,
      message: (count) => `“${text}” stands ${count} times for “${field}” in ${title}, and is not ${wanted}.`,
      ...(fixes[0] && { fixTitle: (count: number) => `${fixes[0]?.title}, ${count} times` }),
    },
  };
}

function write({ pointer, text }: WrongForm, value: string, uri: string): Fix {
  return { title: `Write “${value}” for “${text}”`, safety: 'review', changes: [{ kind: 'set', uri, pointer, value }] };
}
