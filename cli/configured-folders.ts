import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { GatheredSources } from '#cli/gather-sources.ts';
import type { Config } from '#core/config/config.ts';
import { configFor, isIncluded } from '#core/config/nearest-config.ts';
import { openWorkspace } from '#core/project/open-workspace.ts';
import type { Rulebook } from '#core/rulebook.ts';
import { configFileName, type Source } from '#core/source.ts';
import { sourceKindOf } from '#core/source-kind.ts';
import { uriOfPath } from '#files/file-uri.ts';
import { loadSources } from '#files/load-sources.ts';
import { isInFolder } from '#files/uri.ts';

/** Folders below those of a review, with the configuration that holds in them; each is read once. */
export class ConfiguredFolders {
  readonly #folders: readonly string[];
  readonly #rulebook: Rulebook;
  readonly #configs = new Map<string, Config>();
  /** True where `--config` stands in place of every `plumbline.yaml`. */
  readonly #isConfigGiven: boolean;
  readonly #entries = new Map<string, Promise<readonly Dirent[]>>();

  constructor(
    { folders, sources, aliases }: Pick<GatheredSources, 'folders' | 'sources' | 'aliases'>,
    rulebook: Rulebook,
  ) {
    this.#folders = folders;
    this.#rulebook = rulebook;
    this.#isConfigGiven = aliases.size > 0;
    this.#addConfigs(sources.filter(({ uri }) => sourceKindOf(uri).role === 'config'));
  }

  /** True for a path within the folders of the review. */
  has(path: string): boolean {
    return this.#folders.some((folder) => isInFolder(uriOfPath(path), folder));
  }

  /** What lies in a folder; nothing where it cannot be read. */
  entriesOf(path: string): Promise<readonly Dirent[]> {
    const known = this.#entries.get(path) ?? this.#read(path);
    this.#entries.set(path, known);
    return known;
  }

  /** The configuration of a file that is reviewed. */
  configFor(uri: string): Config {
    return configFor(uri, this.#configs, this.#folders);
  }

  /** True when the nearest `plumbline.yaml` lets a file be reviewed. */
  async isIncluded(path: string): Promise<boolean> {
    for (let folder = dirname(path); this.has(folder); folder = dirname(folder)) {
      await this.entriesOf(folder);
      if (dirname(folder) === folder) break;
    }
    const uri = uriOfPath(path);
    return isIncluded(uri, this.configFor(uri));
  }

  async #read(path: string): Promise<readonly Dirent[]> {
    const entries = await readdir(path, { withFileTypes: true }).catch((): Dirent[] => []);
    const config = uriOfPath(join(path, configFileName));
    const isNew = entries.some(({ name }) => name === configFileName) && !this.#configs.has(config);
    if (isNew && !this.#isConfigGiven) this.#addConfigs((await loadSources([config], this.#folders)).sources);
    return entries;
  }

  #addConfigs(sources: readonly Source[]): void {
    const settings = { folders: this.#folders, preset: 'recommended', unread: new Map() };
    for (const [uri, config] of openWorkspace(sources, this.#rulebook, settings).configs)
      this.#configs.set(uri, config);
  }
}
