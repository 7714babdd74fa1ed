import { commands } from 'vscode';
import type { DataMapNode } from '#client/data-map-node.ts';
import { openCommand } from '#client/open-command.ts';

/** Shows what a line of the data map is in the database. */
export async function openDatabaseSide(node: DataMapNode | undefined): Promise<void> {
  if (node?.database === undefined) return;
  const { command, arguments: parameters = [] } = openCommand(node.database);
  await commands.executeCommand(command, ...parameters);
}
