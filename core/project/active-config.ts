import type { Config } from '#core/config/config.ts';
import { configFor } from '#core/config/nearest-config.ts';
import type { LintConfig } from '#core/prisma/lint/lint-config.ts';
import type { Workspace } from '#core/project/workspace.ts';
import { sourceKindOf } from '#core/source-kind.ts';

/**
 * The configuration under which rules run in a file: the nearest `plumbline.yaml`; for a Prisma schema with what the nearest
 * configuration of prisma-lint says of rules that the first one does not set. The very same object for the same two.
 */
export function activeConfig(
  uri: string,
  { configs, lintConfigs }: Pick<Workspace, 'configs' | 'lintConfigs'>,
  folders: readonly string[],
): Config {
  const config = configFor(uri, configs, folders);
  const lint = lintConfigFor(uri, lintConfigs);
  if (lint === undefined || lint.rules.size === 0) return config;
  const byConfig = known.get(lint) ?? new WeakMap<Config, Config>();
  known.set(lint, byConfig);
  const merged = byConfig.get(config) ?? mergedConfig(config, lint);
  byConfig.set(config, merged);
  return merged;
}

/** The nearest configuration of prisma-lint at or above a Prisma file; undefined for other files. */
export function lintConfigFor(uri: string, lintConfigs: readonly LintConfig[]): LintConfig | undefined {
  if (lintConfigs.length === 0) return undefined;
  const { role, language } = sourceKindOf(uri);
  return role === 'text' && language.id === 'prisma'
    ? lintConfigs.find(({ folder }) => uri.startsWith(folder))
    : undefined;
}

const known = new WeakMap<LintConfig, WeakMap<Config, Config>>();

function mergedConfig(config: Config, lint: LintConfig): Config {
  const rules = new Map(lint.rules);
  for (const [id, setting] of config.rules) {
    const theirs = rules.get(id);
    const options = { ...theirs?.options, ...setting.options };
    rules.set(id, { ...theirs, ...setting, ...(Object.keys(options).length > 0 && { options }) });
  }
  return { ...config, rules };
}
