import type { DataModelState } from '#server/protocol.ts';

// The parts of what the server draws, by the names they have here.

export type Picture = NonNullable<DataModelState['picture']>;
export type Box = Picture['boxes'][number];
export type Line = Picture['lines'][number];
export type PictureNode = Box['parts'][number];
