import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { singleFindings } from '#core/place/folded-findings.ts';
import { rules } from '#rules/index.ts';
import { reviewFiles } from '../check-rule.ts';
import { type DifferProvider, differProviders } from '../prisma-differ.ts';
import { lossesOf } from '../prisma-losses.ts';
import {
  cockroachChanges,
  joinChanges,
  postgresqlChanges,
  type SchemaChange,
  schemaChanges,
  withDatasource,
} from './schema-changes.ts';

/** The rules that say of a change that it loses what is stored. */
const losing = new Set(
  'column-renamed-mapped map-kept table-renamed-mapped column-kept table-kept type-cast enum-value-kept join-table-kept'
    .split(' ')
    .map((name) => `change/${name}`),
);

const changeRules = rules.filter(({ id }) => id.startsWith('change/'));

const ownChanges: { readonly [P in DifferProvider]?: readonly SchemaChange[] } = {
  postgresql: postgresqlChanges,
  cockroachdb: cockroachChanges,
};

describe('what a change of a schema loses, by Prisma’s own differ', () => {
  for (const provider of differProviders) {
    for (const change of [...joinChanges, ...schemaChanges, ...(ownChanges[provider] ?? [])]) {
      it(`${change.title} (${provider})`, async () => {
        const [before, after] = [change.before, change.after].map((text) => withDatasource(text, provider));
        const losses = await lossesOf(provider, before ?? '', after ?? '');
        const found = findingsOf(before ?? '', after ?? '').filter(({ ruleId }) => losing.has(ruleId));
        const isStoredAsText = provider === 'sqlite' && change.title === 'a value less';
        const expected = isStoredAsText || losses.length > 0;
        assert.equal(found.length > 0, expected, `${losses.join()} | ${found.map(({ message }) => message).join()}`);
      });
    }
  }
});

function findingsOf(before: string, after: string) {
  const { files } = reviewFiles({ 'base/schema.prisma': before, 'schema.prisma': after }, changeRules);
  return [...files.values()].flatMap(({ findings }) => [...singleFindings(findings)]);
}
