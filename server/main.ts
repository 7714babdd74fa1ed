import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { tuneV8 } from '#files/tune-v8.ts';
import { rulebook } from '#rules/rulebook.ts';
import { serveBackground } from '#server/background/serve-background.ts';

/** Set by the build. */
declare const PLUMBLINE_VERSION: string;

if (isMainThread || parentPort === null) {
  tuneV8();
  // The protocol and all that speaks it are a third of the program, and most of what takes time at its start.
  void import('#server/serve-client.ts').then(({ serveClient }) =>
    serveClient(rulebook, PLUMBLINE_VERSION, __filename),
  );
} else serveBackground(parentPort, rulebook, workerData);
