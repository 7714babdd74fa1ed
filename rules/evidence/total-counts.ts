import { evidenceCollector } from '#core/checklist/evidence.ts';
import { foldedName } from '#core/text/casing.ts';

const countNames: ReadonlySet<string> = new Set([
  'total',
  'totalcount',
  'totalitems',
  'totalelements',
  'totalresults',
  'totalrecords',
]);

/** Properties that hold the number of all rows beside a list. */
export const totalCounts = evidenceCollector({
  id: 'total-counts',
  noun: 'count',
  on: ['openapi.schema'],
  *collect(schema, scope) {
    const counts = schema.properties.filter(({ name }) => countNames.has(foldedName(name.value)));
    if (counts.length === 0) return;
    const hasList = schema.properties.some((property) => scope.resolve(property.schema)?.types.includes('array'));
    const isMeta = /meta|pag(?:e|ing|ination)/i.test(schema.name?.value ?? '');
    if (!hasList && !isMeta) return;
    for (const { name } of counts) {
      yield { span: name.span, text: `${schema.name?.value ?? 'A response'} counts all rows in “${name.value}”` };
    }
  },
});
