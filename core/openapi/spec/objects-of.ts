import type { OpenApiVersion } from '#core/openapi/model.ts';
import { openApi30 } from '#core/openapi/spec/openapi-3.0.ts';
import { openApi31 } from '#core/openapi/spec/openapi-3.1.ts';
import { openApi32 } from '#core/openapi/spec/openapi-3.2.ts';
import type { FieldSpec, ObjectName, ObjectSpec, ObjectTable } from '#core/openapi/spec/spec.ts';
import { swagger20 } from '#core/openapi/spec/swagger-2.0.ts';

/** The versions there are, the oldest first. */
export const versions: readonly OpenApiVersion[] = ['2.0', '3.0', '3.1', '3.2'];

/** The latest edition of each version. */
export const latestEdition: Readonly<Record<OpenApiVersion, string>> = {
  '2.0': '2.0',
  '3.0': '3.0.4',
  '3.1': '3.1.1',
  '3.2': '3.2.0',
};

const tables: Readonly<Record<OpenApiVersion, ObjectTable>> = {
  '2.0': swagger20,
  '3.0': openApi30,
  '3.1': openApi31,
  '3.2': openApi32,
};

/** An object of a version; undefined where this version has none of the name. */
export function objectOf(version: OpenApiVersion, name: ObjectName): ObjectSpec | undefined {
  return tables[version][name];
}

/** A field of an object; undefined where there is none, whatever objects in general have. */
export function fieldOf(spec: ObjectSpec, name: string): FieldSpec | undefined {
  return Object.hasOwn(spec.fields, name) ? spec.fields[name] : undefined;
}

/** The objects of a version by name. */
export function objectEntries(version: OpenApiVersion): readonly (readonly [ObjectName, ObjectSpec])[] {
  return Object.entries(tables[version]) as readonly [ObjectName, ObjectSpec][];
}

/** Where the specification describes an object. */
export function sectionUrl(version: OpenApiVersion, { anchor }: Pick<ObjectSpec, 'anchor'>): string {
  return `https://spec.openapis.org/oas/v${latestEdition[version]}.html#${anchor}`;
}
