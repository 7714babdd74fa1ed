import type { PrismaModel } from '#core/prisma/model.ts';
import type { BaseScope } from '#core/rule.ts';
import type { ColumnChanges } from '#rules/detectors/change/column-changes.ts';
import type { SqlDialect } from '#rules/migration/sql-dialect.ts';
import type { ViewContext } from '#rules/migration/table-view.ts';

/** A schema as it is and as it was, for a plan. */
export interface PlanContext {
  readonly scope: BaseScope;
  readonly now: ViewContext;
  readonly past: ViewContext;
  readonly dialect: SqlDialect;
}

/** A table as it was and is, by the names that SQL has for it. */
export interface PlannedTable {
  readonly model: PrismaModel;
  readonly former: PrismaModel;
  readonly changes: ColumnChanges;
  readonly tableThen: string;
  readonly tableNow: string;
}
