import type { Rulebook } from '#core/rulebook.ts';
import { rules } from '#rules/index.ts';
import { prismaLintCounterparts } from '#rules/peers/prisma-lint.ts';
import { presets } from '#rules/presets/presets.ts';

/** The guideline as the entry points hand it to the engine. */
export const rulebook: Rulebook = { rules, presets, prismaLint: prismaLintCounterparts };
