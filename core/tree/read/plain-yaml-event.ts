import { CHOMPING_MODE, EVENT_ID } from 'js-yaml';

/** The event of a scalar without anchor and tag, as js-yaml gives it; its range and style are still to be told. */
export const bareScalar = {
  type: EVENT_ID.SCALAR,
  anchorStart: -1,
  anchorEnd: -1,
  tagStart: -1,
  tagEnd: -1,
  chomping: CHOMPING_MODE.CLIP,
  indent: -1,
  fast: false,
} as const;
