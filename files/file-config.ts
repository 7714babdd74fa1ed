import { type Config, emptyConfig } from '#core/config/config.ts';
import { readConfig } from '#core/config/read-config.ts';
import type { Source } from '#core/source.ts';
import { cutDocument } from '#core/tree/cut/cut-document.ts';
import { noOutline } from '#core/tree/outline.ts';

/**
 * What a `plumbline.yaml` says of files: `include`, `exclude` and their like, without its rules. The defaults where reading
 * fails: the review tells of that.
 */
export function fileConfigOf(source: Source): Config {
  try {
    const document = cutDocument({ ...source, language: 'yaml', outline: noOutline });
    const section = document.sections.find(({ pointer }) => pointer.length === 0);
    return section === undefined ? emptyConfig : readConfig(section, { rules: [], presets: [] }).config;
  } catch {
    return emptyConfig;
  }
}
