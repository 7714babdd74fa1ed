import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import type { Rulebook } from '#core/rulebook.ts';
import { describeError } from '#server/describe-error.ts';
import { nodePlatform } from '#server/node-platform.ts';
import { startServer } from '#server/start-server.ts';
import { patternBook } from '#snippets/pattern-book.ts';

/** Serves the client that started this process. `program` is what threads run. */
export function serveClient(rulebook: Rulebook, version: string, program: string): void {
  const connection = createConnection(ProposedFeatures.all);
  process.on('unhandledRejection', (reason) =>
    connection.console.error(`Unhandled rejection: ${describeError(reason)}`),
  );
  startServer(connection, { rulebook, patterns: patternBook, version, platform: nodePlatform(program) });
  connection.listen();
}
