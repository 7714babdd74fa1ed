import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import type { Rulebook } from '#core/rulebook.ts';
import { heapPace } from '#files/tune-v8.ts';
import { threadsOf, worthThread } from '#server/background/background-thread.ts';
import { describeError } from '#server/describe-error.ts';
import { startServer } from '#server/start-server.ts';
import { patternBook } from '#snippets/pattern-book.ts';

/** Serves the client that started this process. `program` is what threads run. */
export function serveClient(rulebook: Rulebook, version: string, program: string): void {
  const connection = createConnection(ProposedFeatures.all);
  process.on('unhandledRejection', (reason) =>
    connection.console.error(`Unhandled rejection: ${describeError(reason)}`),
  );
  const background = { start: threadsOf(program), worthThread };
  startServer(connection, { rulebook, patterns: patternBook, version, background, heapPace });
  connection.listen();
}
