import { aep } from '#rules/peers/aep.ts';
import { ibm } from '#rules/peers/ibm.ts';
import type { Peer } from '#rules/peers/peer.ts';
import { prismaLint } from '#rules/peers/prisma-lint.ts';
import { redocly } from '#rules/peers/redocly.ts';
import { spectral } from '#rules/peers/spectral.ts';
import { spectralOwasp } from '#rules/peers/spectral-owasp.ts';
import { vacuum } from '#rules/peers/vacuum.ts';
import { zally } from '#rules/peers/zally.ts';

/** The reviewers that teams come from. */
export const peers: readonly Peer[] = [spectral, spectralOwasp, redocly, vacuum, zally, ibm, aep, prismaLint];
