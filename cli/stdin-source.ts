import { isUtf8 } from 'node:buffer';
import type { CommandIo } from '#cli/command-io.ts';
import { configCandidates, type GatheredSources } from '#cli/gather-sources.ts';
import { settingsAbove } from '#cli/settings-above.ts';
import { type GivenPath, workspaceFolderOf } from '#cli/targets.ts';
import { decodeText } from '#files/decode-text.ts';
import { uriOfPath } from '#files/file-uri.ts';
import { loadSources } from '#files/load-sources.ts';

const notUtf8 =
  'The text on standard input is not UTF-8. Giving it back with fixes would lose characters, so nothing was written. Convert it to UTF-8 first.';

/**
 * The text on standard input as if it stood in the named file, with the configuration that holds there. `isGivenBack`: it is
 * to be written to standard output, as UTF-8, so it must be UTF-8.
 */
export async function gatherStdin(
  { given, path }: GivenPath,
  isGivenBack: boolean,
  root: string | undefined,
  io: CommandIo,
): Promise<GatheredSources | { readonly message: string }> {
  const bytes = await io.readStdin();
  if (bytes === undefined) {
    return {
      message: `--stdin-filename needs a text on standard input: plumbline review --stdin-filename ${given} < file`,
    };
  }
  const uri = uriOfPath(path);
  const folders = [uriOfPath(root ?? (await workspaceFolderOf(path, 'file', io.cwd)))];
  const { text } = decodeText(bytes);
  if (isGivenBack && !isUtf8(bytes)) return { message: notUtf8 };
  const settings = await settingsAbove([uri], folders);
  const configs = await loadSources([...configCandidates([uri], folders), ...settings], folders);
  return {
    folders,
    sources: [{ uri, text }, ...configs.sources.filter((source) => source.uri !== uri)],
    unread: new Map(),
    named: [uri],
    context: new Set(),
    aliases: new Map(),
    built: [],
  };
}
