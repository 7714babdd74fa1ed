import { evidenceCollector } from '#core/checklist/evidence.ts';
import { leadsToItself } from '#core/prisma/named-block.ts';

/** The database a schema is for, and the models that refer to themselves (trees and graphs). */
export const stores = evidenceCollector({
  id: 'stores',
  noun: 'place',
  on: ['prisma.datasource', 'prisma.model'],
  *collect(node) {
    if (node.kind === 'prisma.datasource') {
      yield { span: node.anchor, text: `The store is ${node.provider?.value ?? 'not named in the schema'}` };
      return;
    }
    const self = node.fields.filter((field) => leadsToItself(field, node) && !field.isList);
    for (const { anchor, name } of self) {
      yield { span: anchor, text: `${node.name.value}.${name.value} makes a tree or graph of rows` };
    }
  },
});
