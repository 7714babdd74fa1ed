import type { OpenApiVersion } from '#core/openapi/model.ts';
import type { WrongValue } from '#core/openapi/spec/fault.ts';

/** What is written in this version for a value of another one: the end of a sentence. */
export function valueRemedy(
  version: OpenApiVersion,
  { object, field, text }: Pick<WrongValue, 'object' | 'field' | 'text'>,
): string | undefined {
  return remedies.get(`${version === '2.0' ? '2.0' : '3.x'} ${object} ${field} ${text}`);
}

const remedies: ReadonlyMap<string, string> = new Map([
  ['3.x schema type file', ': write “type: string” with “format: binary” instead'],
  ['3.x schema type null', ': it came with OpenAPI 3.1; write “nullable: true” beside another type'],
  ['3.x schema type any', ': leave “type” out, and every value fits'],
  ['2.0 schema type any', ': leave “type” out, and every value fits'],
  ['3.x parameter in body', ': a body is described by “requestBody” of the operation'],
  ['3.x parameter in formData', ': a form is described by “requestBody” of the operation'],
  ['2.0 parameter in cookie', ': Swagger 2.0 knows no cookies; describe the header “Cookie”'],
  ['3.x security-scheme type basic', ': write “type: http” with “scheme: basic”'],
  ['3.x security-scheme type bearer', ': write “type: http” with “scheme: bearer”'],
  ['2.0 security-scheme type http', ': write “type: basic”, or an API key in the header “Authorization”'],
  [
    '2.0 security-scheme type bearer',
    ': Swagger 2.0 knows no bearer tokens; describe an API key in the header “Authorization”',
  ],
  ['2.0 security-scheme flow clientCredentials', ': did you mean “application”?'],
  ['2.0 security-scheme flow authorizationCode', ': did you mean “accessCode”?'],
]);
