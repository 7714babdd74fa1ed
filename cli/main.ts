import { writeSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { isMainThread } from 'node:worker_threads';
import type { CommandIo, TextOutput } from '#cli/command-io.ts';
import { serveGroups } from '#cli/group-worker.ts';
import { run } from '#cli/run.ts';
import { tuneV8 } from '#files/tune-v8.ts';
import { rulebook } from '#rules/rulebook.ts';

/** Put in by the build. */
declare const PLUMBLINE_VERSION: string;

if (isMainThread) runProgram();
else serveGroups(rulebook);

function runProgram(): void {
  tuneV8();
  const io: CommandIo = {
    cwd: process.cwd(),
    stdout: outputOf(process.stdout),
    stderr: outputOf(process.stderr),
    environment: process.env,
    threads: { program: __filename, cores: availableParallelism() },
    readStdin,
  };
  for (const stream of [process.stdout, process.stderr]) stream.on('error', endUnheard);
  // Set, not forced: what is still on its way into a pipe gets there.
  run(process.argv.slice(2), io, rulebook, PLUMBLINE_VERSION).then((code) => {
    process.exitCode = code;
  });
}

/** Nobody reads on, or nobody can. */
function endUnheard(error: NodeJS.ErrnoException): void {
  // A reader that has seen enough (`| head`) closes the pipe; that is no mistake of anyone.
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
  try {
    writeSync(process.stderr.fd, `plumbline: the output could not be written: ${error.message}.\n`);
  } catch {
    // There is nobody to tell.
  }
  process.exit(2);
}

function outputOf(stream: NodeJS.WriteStream): TextOutput {
  return {
    write: (text) => void stream.write(text),
    isTerminal: stream.isTTY === true,
    columns: stream.isTTY ? stream.columns : undefined,
  };
}

async function readStdin(): Promise<Uint8Array | undefined> {
  if (process.stdin.isTTY) return undefined;
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  return Buffer.concat(chunks);
}
