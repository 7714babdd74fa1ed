import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { ReviewOptions } from '#cli/arguments.ts';
import type { CommandIo } from '#cli/command-io.ts';
import { type GatheredSources, gatherSources } from '#cli/gather-sources.ts';
import { useConfig } from '#cli/given-config.ts';
import { gatherStdin } from '#cli/stdin-source.ts';
import { findTargets } from '#cli/targets.ts';
import { uriOfPath } from '#files/file-uri.ts';

/** The files the options ask for, or what is wrong with the options. */
export async function chooseSources(
  options: ReviewOptions,
  io: CommandIo,
): Promise<GatheredSources | { readonly message: string }> {
  const gathered = await gatherAsked(options, io);
  if ('message' in gathered || options.config === undefined) return gathered;
  const path = resolve(io.cwd, options.config);
  const text = await readFile(path, 'utf8').catch(() => undefined);
  return text === undefined
    ? { message: `The configuration “${options.config}” cannot be read. Looked for it at ${path}` }
    : useConfig(gathered, uriOfPath(path), text);
}

async function gatherAsked(
  { paths, stdinFilename }: ReviewOptions,
  io: CommandIo,
): Promise<GatheredSources | { readonly message: string }> {
  if (stdinFilename !== undefined) return gatherStdin(stdinFilename, io);
  const targets = await findTargets(paths, io.cwd);
  return 'message' in targets ? targets : gatherSources(targets, io.cwd);
}
