/** The functions of ours that the page calls by itself; scripts/generate.mjs makes them the text that stands in it. */
export { formatBytes } from '../../units.ts';
export { visible } from '../../visible.ts';
export { squarify } from './layout.ts';
