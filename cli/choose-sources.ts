import { resolve } from 'node:path';
import type { ReviewOptions } from '#cli/arguments.ts';
import type { CommandIo } from '#cli/command-io.ts';
import { type GatheredSources, gatherSources } from '#cli/gather-sources.ts';
import { useConfig } from '#cli/given-config.ts';
import { unreadReasons } from '#cli/notes.ts';
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
        message: `The configuration “${options.config}” cannot be read: ${unreadReasons[read.reason]}. Looked for it at ${path}`,
      }
    : useConfig(gathered, uriOfPath(path), read.text);
}

async function gatherAsked(
  { paths, stdinFilename, fix }: ReviewOptions,
  io: CommandIo,
): Promise<GatheredSources | { readonly message: string }> {
  if (stdinFilename !== undefined) return gatherStdin(stdinFilename, fix !== undefined, io);
  const targets = await findTargets(paths, io.cwd);
  return 'message' in targets ? targets : gatherSources(targets, io.cwd);
}
