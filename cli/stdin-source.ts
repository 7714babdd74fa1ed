import { resolve } from 'node:path';
import type { CommandIo } from '#cli/command-io.ts';
import { configCandidates, type GatheredSources } from '#cli/gather-sources.ts';
import { workspaceFolderOf } from '#cli/targets.ts';
import { uriOfPath } from '#files/file-uri.ts';
import { loadSources } from '#files/load-sources.ts';

/** The text on standard input as if it stood in the named file, with the configuration that holds there. */
export async function gatherStdin(
  filename: string,
  io: CommandIo,
): Promise<GatheredSources | { readonly message: string }> {
  const bytes = await io.readStdin();
  if (bytes === undefined) {
    return {
      message: `--stdin-filename needs a text on standard input: plumbline review --stdin-filename ${filename} < file`,
    };
  }
  const path = resolve(io.cwd, filename);
  const uri = uriOfPath(path);
  const folders = [uriOfPath(await workspaceFolderOf(path, 'file', io.cwd))];
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const configs = await loadSources(configCandidates([uri], folders), folders);
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
