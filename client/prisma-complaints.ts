/** What is asked of a diagnostic, as VS Code has it. */
export interface ShownDiagnostic {
  readonly range: { readonly start: { readonly line: number } };
  /** 0 is an error, 1 a warning. */
  readonly severity: number;
  readonly source?: string | undefined;
  readonly code?: string | number | { readonly value: string | number } | undefined;
}

/** The lines in which Prisma's own extension reports an error or a warning; it gives no source, other extensions give theirs. */
export function complainedLines(diagnostics: readonly ShownDiagnostic[]): ReadonlySet<number> {
  const own = diagnostics.filter(({ severity, source }) => severity <= 1 && /^(?:prisma)?$/i.test(source ?? ''));
  return new Set(own.map(({ range }) => range.start.line));
}

/** Findings of our Prisma rules that stand in other lines, and all that is not found by those. */
export function besideComplaints<D extends ShownDiagnostic>(findings: readonly D[], lines: ReadonlySet<number>): D[] {
  return findings.filter((finding) => !isOfPrismaRule(finding) || !lines.has(finding.range.start.line));
}

function isOfPrismaRule({ code }: ShownDiagnostic): boolean {
  const value = typeof code === 'object' ? code.value : code;
  return typeof value === 'string' && value.startsWith('prisma/');
}
