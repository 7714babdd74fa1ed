import { resolve } from 'node:path';
import type { ReviewOptions } from '#cli/arguments.ts';
import type { CommandIo } from '#cli/command-io.ts';
import { type GatheredSources, gatherSources } from '#cli/gather-sources.ts';
import { useConfig } from '#cli/given-config.ts';
import { reasonText } from '#cli/notes.ts';
import { gatherStdin } from '#cli/stdin-source.ts';
import { findTargets } from '#cli/targets.ts';
import { uriOfPath } from '#files/file-uri.ts';
import { readText } from '#files/read-source.ts';

/** The files the options ask for, or what is wrong with the options. */
export async function chooseSources(
  options: ReviewOptions,
  io: CommandIo,
): Promise<GatheredSources | { readonly message: string }> {
  const gathered = await gatherAsked(options, io);
  if ('message' in gathered || options.config === undefined) return gathered;
  const path = resolve(io.cwd, options.config);
  const read = await readText(path);
  return read.kind === 'unread'
    ? {
        message: `The configuration “${options.config}” cannot be read: ${reasonText(read.reason)}. Looked for it at ${path}`,
      }
    : useConfig(gathered, uriOfPath(path), read.text);
}

async function gatherAsked(
  { paths, stdinFilename, fix, root: givenRoot }: ReviewOptions,
  io: CommandIo,
): Promise<GatheredSources | { readonly message: string }> {
  const root = await findRoot(givenRoot, io.cwd);
  if (typeof root === 'object') return root;
  if (stdinFilename !== undefined) return gatherStdin(stdinFilename, fix !== undefined, root, io);
  const targets = await findTargets(paths, io.cwd);
  return 'message' in targets ? targets : gatherSources(targets, io.cwd, root);
}

/** The path of the folder given with `--root`; a message where it is none. */
async function findRoot(
  given: string | undefined,
  cwd: string,
): Promise<string | undefined | { readonly message: string }> {
  if (given === undefined) return undefined;
  const [target] = await findFolder(given, cwd);
  return target ?? { message: `--root takes a folder; “${given}” is none. Looked for it at ${resolve(cwd, given)}` };
}

async function findFolder(given: string, cwd: string): Promise<readonly string[]> {
  const targets = await findTargets([given], cwd);
  return 'message' in targets ? [] : targets.filter(({ kind }) => kind === 'folder').map(({ path }) => path);
}
