import type { CommandIo } from '#cli/command-io.ts';
import type { FixOutcome } from '#cli/fix-sources.ts';
import { writeText } from '#cli/write-text.ts';
import { pathOfUri } from '#files/file-uri.ts';

/** Writes the texts that fixes changed; says which could not be written, and returns false then. */
export async function writeFixes({ changed }: FixOutcome, io: CommandIo): Promise<boolean> {
  let isWritten = true;
  for (const [uri, { before, after }] of changed) {
    const path = pathOfUri(uri) ?? uri;
    const obstacle = await writeText(path, before, after).catch((error: unknown) =>
      error instanceof Error ? error.message : String(error),
    );
    if (obstacle === undefined) continue;
    isWritten = false;
    io.stderr.write(`plumbline: the fixes of ${path} could not be written: ${obstacle}.\n`);
  }
  return isWritten;
}
