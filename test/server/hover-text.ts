import type { Hover, Position } from 'vscode-languageserver';
import type { TestClient } from './ask-server.ts';

/** What a hover at a place shows, as Markdown; empty where there is none. */
export async function hoverText(client: TestClient, path: string, position: Position): Promise<string> {
  const textDocument = { uri: client.uri(path) };
  const hover = await client.send<Hover | null>('textDocument/hover', { textDocument, position });
  const contents = hover?.contents;
  return typeof contents === 'object' && 'value' in contents ? contents.value : '';
}
