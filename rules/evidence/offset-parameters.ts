import { evidenceCollector } from '#core/checklist/evidence.ts';
import { effectiveParameters } from '#core/openapi/effective/effective.ts';
import { foldedName } from '#core/text/casing.ts';
import { operationTitle } from '#rules/operation-title.ts';

const offsetNames: ReadonlySet<string> = new Set([
  'offset',
  'skip',
  'page',
  'pagenumber',
  'startat',
  'startindex',
  'from',
]);

/** Lists that are read from a numbered row or page on. */
export const offsetParameters = evidenceCollector({
  id: 'offset-parameters',
  noun: 'list',
  on: ['openapi.operation'],
  *collect(operation, scope) {
    if (operation.method !== 'get') return;
    const offset = effectiveParameters(operation, scope).find(
      (parameter) => parameter.in?.value === 'query' && offsetNames.has(foldedName(parameter.name?.value ?? '')),
    );
    if (offset?.name === undefined) return;
    const schema = scope.resolve(offset.schema);
    const isText = schema?.types.length === 1 && schema.types[0] === 'string';
    if (isText) return;
    yield { span: operation.anchor, text: `${operationTitle(operation)} starts at “${offset.name.value}”` };
  },
});
