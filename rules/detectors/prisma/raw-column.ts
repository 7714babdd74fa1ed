import type { PrismaField, PrismaModel } from '#core/prisma/model.ts';
import type { Scope } from '#core/rule.ts';
import { wordsOf } from '#core/text/casing.ts';

/** Words of models that hold what came in as it came. */
const rawWords: ReadonlySet<string> = new Set(
  'raw ingest ingested ingestion staging stage staged landing dump dumps import imports imported feed payload payloads telemetry'.split(
    ' ',
  ),
);

/** So many models tell how a schema writes ids. */
const modelsAsked = 100;

/**
 * True for a column of what came in as it came (`RawReading.machine_id`) that is written otherwise than all ids in the other
 * models of the schema: its name is that of a payload.
 */
export function isRawColumn({ name }: PrismaField, model: PrismaModel, scope: Scope): boolean {
  if (!isRaw(model)) return false;
  const ids = idNames(scope);
  return ids.length > 0 && ids.every((id) => isSnakeCase(id) !== isSnakeCase(name.value));
}

function isRaw({ name }: PrismaModel): boolean {
  return wordsOf(name.value).some((word) => rawWords.has(word));
}

/** The columns called after an id of another row in the first models, but for raw ones. */
function idNames(scope: Scope): readonly string[] {
  const names = scope.names('prisma.model').slice(0, modelsAsked);
  const models = names.flatMap((name) => scope.find('prisma.model', name) ?? []);
  const fields = models.filter((model) => !isRaw(model)).flatMap((model) => model.fields);
  return fields.map(({ name }) => name.value).filter(isIdName);
}

function isIdName(name: string): boolean {
  const words = wordsOf(name);
  return words.length > 1 && words.at(-1) === 'id';
}

function isSnakeCase(name: string): boolean {
  return name.includes('_');
}
