import type { ReviewNode } from '#core/node.ts';
import { effectiveParameters } from '#core/openapi/effective/effective.ts';
import type { Operation, Schema } from '#core/openapi/model.ts';
import type { PrismaModel } from '#core/prisma/model.ts';
import type { BaseScope } from '#core/rule.ts';
import { columnChanges } from '#rules/detectors/change/column-changes.ts';
import { formerModel } from '#rules/detectors/change/former-model.ts';
import { formerOperation } from '#rules/detectors/change/former-operation.ts';
import { formerParameters } from '#rules/detectors/change/former-parameters.ts';
import { operationTitle } from '#rules/operation-title.ts';

/** What came, or is on its way out: news that breaks nobody. */
export interface Addition {
  readonly kind: 'added' | 'deprecated';
  /** A line of a change log: names of things stand in backticks. */
  readonly says: string;
}

/** The news of an operation, of the schema of a component, or of a model. */
export function additionsOf(node: ReviewNode, scope: BaseScope): readonly Addition[] {
  if (node.kind === 'openapi.operation') return node.origin === 'path' ? ofOperation(node, scope) : [];
  if (node.kind === 'openapi.schema') return node.role === 'component' ? ofSchema(node, scope) : [];
  return node.kind === 'prisma.model' ? ofModel(node, scope) : [];
}

function ofOperation(operation: Operation, scope: BaseScope): readonly Addition[] {
  const title = `\`${operationTitle(operation)}\``;
  const former = formerOperation(operation, scope);
  if (former === undefined) {
    const summary = operation.summary?.value.trim() ?? '';
    return [{ kind: 'added', says: summary === '' ? title : `${title}: ${summary}` }];
  }
  const known = new Set(formerParameters(former, operation, scope).map(({ parameter }) => parameter));
  const parameters = effectiveParameters(operation, scope).filter((parameter) => !known.has(parameter));
  const statuses = new Set(former.responses.map(({ status }) => status.value));
  const responses = operation.responses.filter(({ status }) => !statuses.has(status.value));
  const isDeprecated = operation.deprecated?.value === true && former.deprecated?.value !== true;
  return [
    ...parameters.map(({ name, in: place }) => added(`\`${name?.value ?? ''}\` (${place?.value ?? ''}) of ${title}`)),
    ...responses.map(({ status }) => added(`the answer ${status.value} of ${title}`)),
    ...(isDeprecated ? [{ kind: 'deprecated', says: title } as const] : []),
  ];
}

function ofSchema(schema: Schema, scope: BaseScope): readonly Addition[] {
  const name = schema.name?.value;
  const former = name === undefined ? undefined : scope.base.find('openapi.schema', name);
  if (former === undefined) return [];
  const known = new Set(former.properties.map((property) => property.name.value));
  return schema.properties
    .filter((property) => !known.has(property.name.value))
    .map((property) => added(`\`${property.name.value}\` of \`${name}\``));
}

function ofModel(model: PrismaModel, scope: BaseScope): readonly Addition[] {
  if (model.isView) return [];
  if (formerModel(model, scope) === undefined) return [added(`the model \`${model.name.value}\``)];
  const fields = columnChanges(model, scope)?.added ?? [];
  return fields.map(({ name }) => added(`\`${model.name.value}.${name.value}\``));
}

function added(says: string): Addition {
  return { kind: 'added', says };
}
