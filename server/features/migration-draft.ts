import { migrationPlan } from '#rules/migration/migration-plan.ts';
import { planText } from '#rules/migration/plan-text.ts';
import { schemaSummary, shownSchema } from '#server/features/shown-schema.ts';
import type { Folders, Reviews, Texts } from '#server/inputs.ts';
import type { MigrationDraft } from '#server/protocol.ts';
import { shownText } from '#server/shown/shown-text.ts';

/** What is to be done to the database of the schema a file belongs to, against the commit it is compared with. */
export async function migrationDraft(
  session: Pick<Reviews, 'shown' | 'complete'> & Pick<Texts, 'documents'> & Folders,
  uri: string,
): Promise<MigrationDraft> {
  const shown = await shownSchema(session, uri);
  if (shown === undefined) return { missing: 'no-schema', base: '' };
  const { schema, review } = shown;
  if (review.base === undefined) return { missing: 'no-base', base: '' };
  const plan = migrationPlan(schema, review.base);
  const base = shownText(review.base.name);
  const uris = schema.documents.map((document) => document.uri);
  if (plan === undefined) return { missing: 'no-change', base };
  return { text: planText(plan, schemaSummary(session, schema.root, uris).title, base) };
}
