import type { ClientCapabilities } from 'vscode-languageserver/node';
import { rulebook } from '#rules/rulebook.ts';
import type { InitializationOptions } from '#server/protocol.ts';
import { askServer, type TestClient } from './ask-server.ts';

/** A description whose path has a verb. */
export const verbShop = `openapi: 3.1.0
info: { title: Shop, version: 1.0.0 }
paths:
  /createOrder:
    post:
      responses:
        '201': { description: The order. }
`;
export const verb = 'openapi/path-no-crud-verb';

/** Plays a story against a server with the rules that are shipped. */
export function asks(
  files: { readonly [path: string]: string },
  story: (client: TestClient) => Promise<void>,
  capabilities?: ClientCapabilities,
  initializationOptions?: InitializationOptions,
): Promise<void> {
  return askServer(files, story, {
    rulebook,
    ...(capabilities === undefined ? {} : { capabilities }),
    ...(initializationOptions === undefined ? {} : { initializationOptions }),
  });
}
