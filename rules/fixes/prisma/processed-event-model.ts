import type { PrismaModel, PrismaSection } from '#core/prisma/model.ts';
import { providerOf } from '#core/prisma/provider.ts';
import type { Scope } from '#core/rule.ts';
import { toSnakeCase } from '#core/text/casing.ts';
import type { Edit } from '#core/text/span.ts';
import { fieldStyle, styledName } from '#rules/detectors/prisma/field-style.ts';
import { isInOtherLanguage } from '#rules/detectors/prisma/schema-language.ts';
import { siblingModels } from '#rules/detectors/prisma/sibling-models.ts';
import { newModelEdit, newModelName } from '#rules/fixes/prisma/new-model.ts';
import { rowTimeLine } from '#rules/fixes/prisma/row-time.ts';

/** A block that a fix writes, as plain data. */
export interface ModelAddition {
  readonly name: string;
  readonly section: PrismaSection;
  readonly edit: Edit;
}

/**
 * The table of processed events, behind the last model: whose event, its id, and when it was processed. Undefined where the schema
 * is in another language, the name is taken, or the database knows no keys of two columns.
 */
export function processedEventModel(scope: Scope): ModelAddition | undefined {
  const names = scope.names('prisma.model');
  const last = names.map((name) => scope.find('prisma.model', name)).findLast((model) => model?.isView === false);
  const provider = providerOf(scope.roots('prisma.datasource'));
  if (last === undefined || provider === 'mongodb' || last.section.dialect === 'prisma8') return undefined;
  const siblings = siblingModels(last, scope);
  const name = newModelName(['processed', 'event'], siblings);
  const processed = processedAt(siblings);
  if (isInOtherLanguage(siblings) || names.includes(name) || processed === undefined) return undefined;
  const style = fieldStyle(siblings);
  const eventId = styledName(['event', 'id'], style);
  const column = toSnakeCase(eventId);
  const map = style.isMapped && column !== eventId ? `@map("${column}")` : '';
  const lines = [{ name: 'source', type: 'String' }, { name: eventId, type: 'String', attributes: map }, processed];
  const block = [`@@id([source, ${eventId}])`, `@@index([${processed.name}])`];
  return { name, section: last.section, edit: newModelEdit(last, { name, lines, block }, siblings) };
}

/** As the schema writes the time of creation. */
function processedAt(siblings: readonly PrismaModel[]) {
  const created = rowTimeLine('createdAt', siblings, { hasRows: false });
  const name = created?.name.replace(/created|inserted|added/i, (word) =>
    /^[A-Z]/.test(word) ? 'Processed' : 'processed',
  );
  if (created === undefined || name === created.name || name === undefined) return undefined;
  const written = (created.attributes ?? '').replace(/@map\("[^"]*"\)/, `@map("${toSnakeCase(name)}")`);
  const attributes = /@default/.test(written) ? written : `@default(now()) ${written}`.trim();
  return { name, type: 'DateTime', attributes };
}
