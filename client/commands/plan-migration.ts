import { window, workspace } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { chooseSchema } from '#client/commands/choose-schema.ts';
import { request } from '#client/request.ts';

/** Opens the plan of a schema's migration as a draft, which nobody has saved and nothing runs. */
export async function planMigration(client: LanguageClient): Promise<void> {
  const uri = await chooseSchema(client);
  const draft = uri === undefined ? null : await request(client, 'plumbline/migrationPlan', { uri });
  if (draft === null) return;
  if ('missing' in draft) {
    void window.showInformationMessage(reasons[draft.missing](draft.base));
    return;
  }
  const document = await workspace.openTextDocument({ language: 'sql', content: draft.text });
  await window.showTextDocument(document);
}

const reasons = {
  'no-schema': () => 'This file belongs to no Prisma schema that is reviewed.',
  'no-base': () =>
    'The schema is compared with no commit: it is in no git repository, or “plumbline.change.base” is off or names none.',
  'no-change': (base: string) => `The database stays as it is in ${base}.`,
};
