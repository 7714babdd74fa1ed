/** Actions that are limited for what they cost, or against guessing, where nothing else is. */
export const limitedActions: ReadonlySet<string> = new Set(
  [
    'refresh login signin signup register export import sync synchronize upload download search query report generate send resend invite',
    'reset recover verify confirm scan run execute trigger retry rebuild reindex recalculate render convert bulk batch otp token code',
    'test preview crawl fetch poll notify',
  ].flatMap((line) => line.split(' ')),
);
