import { diagramThemes, themedStyle } from '#core/diagram/diagram-style.ts';
import type { Picture } from '#core/diagram/picture.ts';
import { pictureText } from '#core/diagram/picture-text.ts';
import { escapeXml, svgText } from '#core/diagram/svg-text.ts';

/** A picture as an SVG file that needs nothing beside itself. */
export function svgDocument({ width, height, boxes, lines }: Picture, title: string, theme: 'light' | 'dark'): string {
  const colours = diagramThemes[theme];
  const fonts = `-apple-system, 'Segoe UI', system-ui, Roboto, 'Helvetica Neue', Arial, sans-serif`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family="${fonts}">`,
    `<title>${escapeXml(pictureText(title))}</title>`,
    `<style>${themedStyle(colours)}</style>`,
    `<rect width="${width}" height="${height}" fill="${colours.background}"/>`,
    ...lines.map(({ parts }) => `<g>${svgText(parts)}</g>`),
    ...boxes.map(({ x, y, parts }) => `<g transform="translate(${x} ${y})">${svgText(parts)}</g>`),
    '</svg>',
    '',
  ].join('\n');
}
