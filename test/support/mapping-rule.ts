import type { Schema } from '#core/openapi/model.ts';
import { blockId } from '#core/prisma/block-name.ts';
import type { ModelMatch } from '#core/project/mapping/match.ts';
import { type DatabaseScope, localRule } from '#core/rule.ts';
import { ruleInfo } from './test-rule.ts';

/** Says of each schema and path all that is known of it in the database. */
export const mappingRule = localRule({
  ...ruleInfo,
  id: 'cross/mapping',
  severity: 'info',
  on: ['openapi.schema', 'openapi.path-item'],
  needs: ['database'],
  *check(node, scope) {
    if (node.kind === 'openapi.path-item') yield* ofPath(node.path.value, node.anchor, scope);
    else if (node.role === 'component' || node.role === 'media-type') yield* ofSchema(node, scope);
  },
});

function* ofSchema(schema: Schema, scope: DatabaseScope) {
  const match = scope.mappingFor(schema, schema.role === 'component' ? undefined : '/orders');
  for (const { property } of match?.fields ?? []) {
    const inner = match && scope.mappingWithin(match, property);
    if (inner !== undefined)
      yield {
        span: schema.anchor,
        message: `${schema.name?.value ?? 'inline'}.${property.name.value}: ${toldMatch(inner)}`,
      };
  }
  if (match !== undefined)
    yield { span: schema.anchor, message: `${schema.name?.value ?? 'inline'}: ${toldMatch(match)}` };
}

function* ofPath(path: string, span: Schema['anchor'], scope: DatabaseScope) {
  const match = scope.modelOfPath(path);
  if (match === undefined) return;
  const keys = match.keys.map(
    ({ parameter, model, field, isUnique, column }) =>
      `${parameter} ${blockId(model)}.${field.name.value}${isUnique ? '!' : ''} ${column?.name.value ?? '-'}`,
  );
  yield { span, message: `${path}: ${match.names} ${blockId(match.model)}${keys.map((key) => `, ${key}`).join('')}` };
}

/** `Order 95: id=id, createdAt=placedAt; links` */
export function toldMatch({ model, score, fields, unmatched }: ModelMatch): string {
  const pairs = fields.map(({ path, field }) => `${path.join('.')}=${field.name.value}`).join(', ');
  const others = unmatched.map(({ name }) => name.value).join(', ');
  return `${blockId(model)} ${Math.round(score * 100)}: ${pairs}${others === '' ? '' : `; ${others}`}`;
}
