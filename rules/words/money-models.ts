/** Words, in the singular, of the names of models that are about money. */
export const moneyModelWords: ReadonlySet<string> = words(
  'account bill billing booking budget cart cash charge commission contribution contract cost coupon credit deal debt deposit donation earning expense fee fund income invoice ledger loan order pay payment payout payroll position price product purchase quote receipt refund revenue salary sale settlement shop subscription tax tip transaction transfer wallet withdrawal',
);

/** Those that are so where nothing else is measured: the journal of a bookkeeper, the adjustment of what is owed. */
export const bookedModelWords: ReadonlySet<string> = words('journal adjustment accounting bookkeeping');

/** Words of models and columns that say that something else is: a stock, a meal, a mood. */
export const measuredWords: ReadonlySet<string> = words(
  'stock inventory warehouse quantity qty count level point points meal food nutrition nutrient calorie calories kcal drink water dose dosage medication symptom mood emotion glucose insulin sleep exercise workout training brightness image color volume time leave vacation ingredient material batch weight',
);

/** Words of models whose amounts are added up for a chart, or guessed. */
export const estimateWords: ReadonlySet<string> = words(
  'stat stats statistic statistics analytics metric metrics forecast forecasts estimate estimates estimation projection projections prediction predictions simulation benchmark benchmarks',
);

/** Words for money that are an amount of anything beside a unit of measure; a price never is. */
export const amountWords: ReadonlySet<string> = words('amount amounts total subtotal balance deposit discount');

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' '));
}
