import type { Preset } from '#core/rulebook.ts';
import { aip } from '#rules/presets/aip.ts';
import { azure } from '#rules/presets/azure.ts';
import { docs } from '#rules/presets/docs.ts';
import { sdk } from '#rules/presets/sdk.ts';
import { security } from '#rules/presets/security.ts';
import { strict } from '#rules/presets/strict.ts';
import { zalando } from '#rules/presets/zalando.ts';

/** The presets a `plumbline.yaml` can name: severities and options as data. */
export const presets: readonly Preset[] = [
  {
    name: 'recommended',
    description: 'The rules that are right nearly always, each at its own severity.',
    base: 'recommended',
    rules: {},
  },
  strict,
  security,
  docs,
  sdk,
  zalando,
  azure,
  aip,
];
