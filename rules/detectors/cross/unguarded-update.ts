import { effectiveParameters, knowsParameters } from '#core/openapi/effective/effective.ts';
import { propertiesOf } from '#core/openapi/effective/schema-properties.ts';
import type { Operation, Schema } from '#core/openapi/model.ts';
import type { PrismaModel } from '#core/prisma/model.ts';
import type { DatabaseScope } from '#core/rule.ts';
import { foldedName } from '#core/text/casing.ts';
import { requestSubject } from '#rules/detectors/cross/body-subject.ts';
import { isTable } from '#rules/detectors/prisma/table-model.ts';
import { versionNames } from '#rules/words/versions.ts';

/** A PUT or PATCH that changes a row, whatever version of it the client has read. */
export interface UnguardedUpdate {
  readonly subject: Schema;
  readonly model: PrismaModel;
}

/** Undefined for another operation, and where a header, a parameter or the body names the version. */
export function unguardedUpdate(operation: Operation, scope: DatabaseScope): UnguardedUpdate | undefined {
  const subject = isUnguarded(operation, scope) ? requestSubject(operation, scope) : undefined;
  const model = subject && scope.modelFor(subject, operation.path);
  if (subject === undefined || model === undefined || !isTable(model) || holdsVersion(subject, scope)) return undefined;
  return { subject, model };
}

function isUnguarded(operation: Operation, scope: DatabaseScope): boolean {
  const { method, origin } = operation;
  if (origin !== 'path' || (method !== 'put' && method !== 'patch') || !knowsParameters(operation, scope)) return false;
  const parameters = effectiveParameters(operation, scope);
  return !parameters.some(({ name }) =>
    /^(?:if-match|if-unmodified-since|etag|revision|version)$/i.test(name?.value ?? ''),
  );
}

function holdsVersion(subject: Schema, scope: DatabaseScope): boolean {
  return propertiesOf(subject, scope).some(({ name }) => versionNames.has(foldedName(name.value)));
}
