import { character } from '#core/prisma/characters.ts';
import type { Cursor } from '#core/prisma/cursor.ts';
import type { PrismaDatasource, PrismaGenerator, PrismaSetting } from '#core/prisma/model.ts';
import { parseMembers } from '#core/prisma/parse-members.ts';
import type { BlockView } from '#core/prisma/parse-model.ts';
import { parseValue } from '#core/prisma/parse-value.ts';
import type { Located } from '#core/text/span.ts';

/** Reads a `datasource`. */
export function parseDatasource(cursor: Cursor, view: BlockView): PrismaDatasource {
  const settings = parseSettings(cursor, view);
  const provider = findText(settings, 'provider');
  return { kind: 'prisma.datasource', ...view, provider, relationMode: findText(settings, 'relationMode'), settings };
}

/** Reads a `generator`. */
export function parseGenerator(cursor: Cursor, view: BlockView): PrismaGenerator {
  const settings = parseSettings(cursor, view);
  return { kind: 'prisma.generator', ...view, provider: findText(settings, 'provider'), settings };
}

/** Reads `key = value` lines. For Prisma 8 these are blocks like any other, so nothing in them counts as a problem. */
function parseSettings(cursor: Cursor, { body }: BlockView): readonly PrismaSetting[] {
  const settings: PrismaSetting[] = [];
  const problemsBefore = cursor.problems.length;
  cursor.isSetting = true;
  parseMembers(cursor, body, () => {
    const setting = parseSetting(cursor);
    if (setting !== undefined) settings.push(setting);
    return undefined;
  });
  cursor.isSetting = false;
  if (cursor.dialect === 'prisma8') cursor.problems.length = problemsBefore;
  return settings;
}

function parseSetting(cursor: Cursor): PrismaSetting | undefined {
  const key = cursor.readIdentifier();
  cursor.skipBlanks();
  if (key === undefined || !cursor.take(character.equals)) {
    cursor.failHere('invalid-line', (quote) => `${quote} is no setting; a setting is \`name = value\`.`);
    return undefined;
  }
  cursor.skipBlanks();
  if (cursor.unit >= 0) return { key, value: parseValue(cursor) };
  cursor.fail('missing-value', key.span, `Setting “${key.value}” has no value; write one after the \`=\`.`);
  return { key, value: undefined };
}

function findText(settings: readonly PrismaSetting[], name: string): Located<string> | undefined {
  const value = settings.find(({ key }) => key.value === name)?.value;
  return value?.kind === 'string' ? { value: value.value, span: value.span } : undefined;
}
