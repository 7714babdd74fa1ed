import { responseAt } from '#core/openapi/effective/documented-responses.ts';
import { effectiveRequestBody } from '#core/openapi/effective/effective.ts';
import { isJsonMediaType, mediaTypeEssence } from '#core/openapi/effective/media-type-name.ts';
import { propertiesOf } from '#core/openapi/effective/schema-properties.ts';
import type { MediaType, Operation, OrReference, Schema } from '#core/openapi/model.ts';
import { readProse } from '#core/openapi/read/read-prose.ts';
import type { Scope } from '#core/rule.ts';
import { findEntry, findString } from '#core/tree/tree.ts';

/** A file that a request carries. */
export interface Upload {
  /** The field of the form; undefined where the file is the body. */
  readonly name: string | undefined;
  /** Undefined where it is shared, or not written. */
  readonly schema: Schema | undefined;
}

/** The first file whose size nothing limits: no `maxLength`, no text that speaks of a size, and no documented 413. */
export function endlessUpload(operation: Operation, scope: Scope): Upload | undefined {
  if (operation.origin !== 'path' || responseAt(operation, '413') !== undefined) return undefined;
  const body = effectiveRequestBody(operation, scope);
  // Beside JSON it is another way to write the same.
  if (body?.content.some(({ name }) => isJsonMediaType(name.value)) === true) return undefined;
  const upload = body?.content.flatMap((media) => uploadsIn(media, scope)).find((each) => each.isEndless);
  if (body === undefined || upload === undefined) return undefined;
  const texts = [operation.description?.value, operation.summary?.value, readProse(body, 'description')?.value];
  return texts.some(speaksOfSize) ? undefined : upload;
}

interface FoundUpload extends Upload {
  readonly isEndless: boolean;
}

function uploadsIn({ name, schema }: MediaType, scope: Scope): readonly FoundUpload[] {
  const essence = mediaTypeEssence(name.value);
  if (/^multipart\//.test(essence)) {
    return (schema === undefined ? [] : propertiesOf(schema, scope)).flatMap((property) => {
      const items = scope.resolve(property.schema)?.items;
      const file = [property.schema, ...(items ? [items] : [])].find((each) => isFile(scope.resolve(each)));
      return file === undefined ? [] : [uploadOf(file, property.name.value, scope)];
    });
  }
  const isBinary = /^(?:application\/(?:octet-stream|pdf|zip|gzip|x-tar)|image\/|video\/|audio\/)/.test(essence);
  if (!isBinary && !isFile(scope.resolve(schema))) return [];
  return schema === undefined ? [] : [uploadOf(schema, undefined, scope)];
}

function uploadOf(file: OrReference<Schema>, name: string | undefined, scope: Scope): FoundUpload {
  const schema = scope.resolve(file);
  const isLimited = schema !== undefined && findEntry(schema.tree, 'maxLength') !== undefined;
  const isEndless = schema !== undefined && !isLimited && !speaksOfSize(schema.description?.value);
  return { name, schema: schema === file ? schema : undefined, isEndless };
}

function isFile(schema: Schema | undefined): boolean {
  if (schema === undefined) return false;
  const { tree } = schema;
  return (
    findString(tree, 'format')?.value === 'binary' ||
    findString(tree, 'type')?.value === 'file' ||
    findEntry(tree, 'contentMediaType') !== undefined
  );
}

function speaksOfSize(text: string | undefined): boolean {
  return size.test(text ?? '');
}

const size =
  /\b\d[\d.,]* ?(?:[kmgt]i?b|bytes|(?:kilo|mega|giga)bytes)\b|\b(?:maximum|max\.?|file|upload) size\b|\bsize (?:limit|of (?:up to|at most))\b/i;
