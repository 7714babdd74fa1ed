/** How keys and tokens of well-known services begin, and the characters that follow. */
export const keyForms: readonly { readonly name: string; readonly form: string }[] = [
  { name: 'AWS access key', form: 'A[KS]IA[0-9A-Z]{16}' },
  { name: 'GitHub token', form: '(?:gh[pousr]_[A-Za-z0-9]{36}|github_pat_[A-Za-z0-9_]{60,90})' },
  { name: 'Slack token', form: 'xox[abprs]-[A-Za-z0-9-]{20,80}' },
  { name: 'Stripe key', form: '[sr]k_live_[A-Za-z0-9]{20,110}' },
  { name: 'Google API key', form: 'AIza[A-Za-z0-9_-]{35}' },
  { name: 'SendGrid key', form: 'SG\\.[A-Za-z0-9_-]{22}\\.[A-Za-z0-9_-]{43}' },
  { name: 'GitLab token', form: 'glpat-[A-Za-z0-9_-]{20}' },
  { name: 'npm token', form: 'npm_[A-Za-z0-9]{36}' },
];
