/** A part of a picture as data: a text, or an SVG element with its attributes and children (as in JsonML). */
export type PictureNode = string | PictureElement;

export type PictureElement = readonly [tag: PictureTag, attributes: PictureAttributes, ...children: PictureNode[]];

/** Nothing else is drawn with. */
export type PictureTag = 'g' | 'rect' | 'path' | 'circle' | 'text' | 'title';

export type PictureAttributes = { readonly [name in PictureAttribute]?: string | number };

export type PictureAttribute = 'class' | 'x' | 'y' | 'width' | 'height' | 'rx' | 'cx' | 'cy' | 'r' | 'd' | 'font-size';

/** A diagram as data. Lengths are pixels. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  /** How far below the top of a box its first row begins, and how high each is. */
  readonly head: number;
  readonly row: number;
  readonly boxes: readonly PictureBox[];
  readonly lines: readonly PictureLine[];
}

/** A box and what is in it, drawn from its left upper corner. */
export interface PictureBox {
  readonly id: string;
  /** As it is shown. */
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** The worst of its findings; absent without any. */
  readonly severity?: 'error' | 'warning' | 'info';
  /** What a screen reader says. */
  readonly spoken: string;
  /** The rows a click can lead to, from top to bottom, below the head. */
  readonly rows: readonly string[];
  readonly parts: readonly PictureNode[];
}

export interface PictureLine {
  readonly id: string;
  /** The boxes at its ends. */
  readonly from: string;
  readonly to: string;
  readonly parts: readonly PictureNode[];
}
