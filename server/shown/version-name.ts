import type { OpenApiVersion } from '#core/openapi/model.ts';

/** `OpenAPI 3.1`, `Swagger 2.0`. */
export function versionName(version: OpenApiVersion): string {
  return version === '2.0' ? 'Swagger 2.0' : `OpenAPI ${version}`;
}
