import type { GatheredSources } from '#cli/gather-sources.ts';
import type { Rulebook } from '#core/rulebook.ts';
import { configFileName } from '#core/source.ts';
import { sourceKindOf } from '#core/source-kind.ts';

/** Puts the given configuration at the root of every workspace folder, in place of every `plumbline.yaml` found. */
export function useConfig(gathered: GatheredSources, uri: string, text: string): GatheredSources {
  const places = gathered.folders.map((folder) => `${folder}/${configFileName}`);
  const others = gathered.sources.filter((source) => sourceKindOf(source.uri).role !== 'config');
  return {
    ...gathered,
    sources: [...others, ...places.map((place) => ({ uri: place, text }))],
    aliases: new Map(places.map((place) => [place, uri])),
    // Its mistakes are shown once.
    context: new Set([...gathered.context, ...places.slice(1)]),
  };
}

/** Lets every preset, whichever a `plumbline.yaml` names, be the given one. */
export function forcePreset(rulebook: Rulebook, name: string | undefined): Rulebook {
  const forced = rulebook.presets.find((preset) => preset.name === name);
  if (forced === undefined) return rulebook;
  return { ...rulebook, presets: rulebook.presets.map((preset) => ({ ...forced, name: preset.name })) };
}
