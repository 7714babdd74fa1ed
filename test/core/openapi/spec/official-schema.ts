import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { OpenApiVersion } from '#core/openapi/model.ts';
import type { PlainValue } from '#core/tree/tree.ts';

/** One thing that the official schema of a version refuses. */
export interface Refusal {
  readonly place: string;
  readonly message: string;
}

export type Official = (description: PlainValue) => readonly Refusal[];

type Compiled = ((value: unknown) => boolean) & {
  errors?: { instancePath: string; message?: string; params: object }[] | null;
};
type Library = new (options: object) => { compile(schema: object): Compiled };

const folder = 'node_modules/@seriousme/openapi-schema-validator/schemas';

/** The official JSON Schema of a version, with that of JSON Schema itself for schemas; undefined where it is not installed. */
export function officialSchema(version: OpenApiVersion): Official | undefined {
  const known = compiled.get(version) ?? compile(version);
  if (known !== undefined) compiled.set(version, known);
  return known;
}

const compiled = new Map<OpenApiVersion, Official>();

function compile(version: OpenApiVersion): Official | undefined {
  const path = `${folder}/v${version}/schema.json`;
  if (!existsSync(path)) return undefined;
  const schema = JSON.parse(readFileSync(path, 'utf8'));
  const isNew = version === '3.1' || version === '3.2';
  if (isNew) schema.$defs.schema = { $ref: 'https://json-schema.org/draft/2020-12/schema' };
  const require = createRequire(import.meta.url);
  const loaded = require(isNew ? 'ajv/dist/2020.js' : 'ajv-draft-04');
  const Ajv: Library = loaded.default ?? loaded;
  const ajv = new Ajv({ strict: false, logger: false, allErrors: false, validateFormats: true });
  const formats = require('ajv-formats');
  (formats.default ?? formats)(ajv, ['uri-reference', 'email', 'uri', 'regex']);
  const check = ajv.compile(schema);
  return (description) => {
    if (check(description)) return [];
    return (check.errors ?? []).map(({ instancePath, message = '', params }) => ({
      place: instancePath,
      message: `${message} ${JSON.stringify(params)}`,
    }));
  };
}
