import { segmentsOf } from '#core/openapi/effective/path-template.ts';
import { foldedName } from '#core/text/casing.ts';

const healthSegments: ReadonlySet<string> = new Set(
  'health healthz healthcheck ready readyz readiness live livez liveness ping'.split(' '),
);

/** True for a path that asks whether the server is up: its answers are made for orchestrators, whatever the API's look like. */
export function isHealthCheck(path: string): boolean {
  return segmentsOf(path).some((segment) => healthSegments.has(foldedName(segment)));
}
