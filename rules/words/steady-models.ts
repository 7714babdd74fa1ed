import { wordSet } from '#rules/words/word-list.ts';

/** Last words of the names of models whose rows machines write, or that many users write all day. */
export const steadyModelWords: readonly string[] =
  'event events log logs click clicks impression impressions pageview pageviews view views hit hits visit visits metric metrics measurement measurements reading readings sample samples telemetry datapoint datapoints trail trace traces span spans heartbeat heartbeats ping pings message messages notification notifications activity activities'.split(
    ' ',
  );

/** Columns, without casing and separators, of what people plan or lay down one by one: an event with a venue, a view with a layout. */
export const plannedColumns: ReadonlySet<string> = wordSet(
  'title name slug venue location startsat startat startdate starttime endsat enddate endtime date organizer organizerid capacity template layout filters query',
);

/** One of them: `LogEntry`, `TelemetryPoint`, `event_record`. */
export const entryWords: ReadonlySet<string> = wordSet('entry entries point points record records');
