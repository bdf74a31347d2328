import type { ImageResult } from '../../result/result.ts';
import { formatBytes, formatDelta } from '../../units.ts';
import { type TrendRow, trendOf } from '../trend.ts';
import { type Html, markup } from './html.ts';

const chartHeight = 60;
const columnWidth = 10;

/** The size over the recorded commits as columns, each with its commit and figures under the pointer. */
export function historyOf(image: ImageResult): Html {
  const trend = trendOf(image);
  if (!trend) return markup``;
  const { rows, words } = trend;
  const longest = Math.max(1, ...rows.map(({ unpackedBytes }) => unpackedBytes));
  const columns = rows.map((row, index) => {
    const height = Math.round((row.unpackedBytes / longest) * chartHeight * 10) / 10;
    return markup`<g><title>${nameOf(row)}: ${formatBytes(row.unpackedBytes)}${changeOf(row)}</title><rect
      class="${row.commit === undefined ? 'own' : 'other'}" x="${index * columnWidth + 1}" y="${chartHeight - height}"
      width="${columnWidth - 2}" height="${height}"></rect></g>`;
  });
  return markup`<h3>History</h3>
    <p>${words}</p>
    <svg
      class="bar history"
      preserveAspectRatio="xMinYMax"
      viewBox="0 0 ${rows.length * columnWidth} ${chartHeight}"
      role="img"
      aria-label="On disk, oldest first: ${rows.map(({ unpackedBytes }) => formatBytes(unpackedBytes)).join(', ')}"
    >
      ${columns}
    </svg>`;
}

function nameOf({ commit, day = '', release }: TrendRow): string {
  if (commit === undefined) return 'this change';
  return [commit.slice(0, 12), release ?? '', day].filter((part) => part !== '').join(' · ');
}

const changeOf = ({ deltaBytes }: TrendRow): string =>
  deltaBytes === undefined || deltaBytes === 0 ? '' : ` (${formatDelta(deltaBytes)})`;
