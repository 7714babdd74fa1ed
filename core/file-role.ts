import type { RoleInfo } from '#core/language.ts';
import { languages } from '#core/languages.ts';
import type { FileRole } from '#core/review-finding.ts';

const other: RoleInfo = { title: 'other', sentence: 'It is not reviewed.', state: 'unused', isReviewed: false };

const config: RoleInfo = {
  title: 'configuration',
  sentence: 'It is the configuration of Plumbline.',
  state: 'config',
  isReviewed: true,
};

const roles: ReadonlyMap<string, RoleInfo> = new Map([
  ['config', config],
  ...languages.flatMap((language) => Object.entries(language.roles)),
]);

/** What a role means. */
export function roleInfo(role: FileRole): RoleInfo {
  return roles.get(role) ?? other;
}

/** False for what no rule looks into. */
export function isReviewedRole(role: FileRole): boolean {
  return roleInfo(role).isReviewed;
}
