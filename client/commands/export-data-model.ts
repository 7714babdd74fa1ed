import type { LanguageClient } from 'vscode-languageclient/node';
import { chooseSchema } from '#client/commands/choose-schema.ts';
import { type DiagramFormat, saveDiagram } from '#client/diagram-file.ts';
import type { DiagramView } from '#client/diagram-view.ts';

/** Writes the diagram that is open, else that of a schema that is chosen, to a file. */
export async function exportChosenModel(
  client: LanguageClient,
  view: DiagramView,
  format: DiagramFormat,
): Promise<void> {
  const shown = view.isActive ? view.shown : undefined;
  const uri = shown?.uri ?? (await chooseSchema(client));
  if (uri !== undefined) await saveDiagram(client, { uri, detail: shown?.detail ?? 'all' }, format);
}
