import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { rulebook } from '#rules/rulebook.ts';
import { threadsOf, worthThread } from '#server/background/background-thread.ts';
import { serveBackground } from '#server/background/serve-background.ts';
import { describeError } from '#server/describe-error.ts';
import { startServer } from '#server/start-server.ts';
import { patternBook } from '#snippets/pattern-book.ts';

/** Set by the build. */
declare const PLUMBLINE_VERSION: string;

if (isMainThread || parentPort === null) serveClient();
else serveBackground(parentPort, rulebook, workerData);

function serveClient(): void {
  const connection = createConnection(ProposedFeatures.all);
  process.on('unhandledRejection', (reason) =>
    connection.console.error(`Unhandled rejection: ${describeError(reason)}`),
  );
  const background = { start: threadsOf(__filename), worthThread };
  startServer(connection, { rulebook, patterns: patternBook, version: PLUMBLINE_VERSION, background });
  connection.listen();
}
