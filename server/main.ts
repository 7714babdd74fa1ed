import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { rulebook } from '#rules/rulebook.ts';
import { describeError } from '#server/describe-error.ts';
import { startServer } from '#server/start-server.ts';
import { patternBook } from '#snippets/pattern-book.ts';

/** Set by the build. */
declare const PLUMBLINE_VERSION: string;

const connection = createConnection(ProposedFeatures.all);
process.on('unhandledRejection', (reason) => connection.console.error(`Unhandled rejection: ${describeError(reason)}`));
startServer(connection, { rulebook, patterns: patternBook, version: PLUMBLINE_VERSION });
connection.listen();
