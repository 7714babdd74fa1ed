import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { rulebook } from '#rules/rulebook.ts';
import { startServer } from '#server/start-server.ts';
import { patternBook } from '#snippets/pattern-book.ts';
import { memoryPlatform } from '../support/memory-platform.ts';

/** What the worker of a browser has: a port to its page, and here the texts of a workspace. */
declare const workerPort: ConstructorParameters<typeof BrowserMessageReader>[0];
declare const workerTexts: readonly (readonly [string, string])[];

const connection = createConnection(new BrowserMessageReader(workerPort), new BrowserMessageWriter(workerPort));
const platform = memoryPlatform(new Map(workerTexts));
startServer(connection, { rulebook, patterns: patternBook, version: '0.0.0', platform });
connection.listen();
