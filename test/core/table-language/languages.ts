import type { Language } from '#core/language.ts';
import { openApi } from '#core/openapi/language.ts';
import { prisma } from '#core/prisma/language.ts';
import { table } from './language.ts';

/** The languages of the product, and one more. */
export const languages: readonly Language[] = [openApi, prisma, table];
