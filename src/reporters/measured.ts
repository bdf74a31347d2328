import { UserError } from '../errors.ts';
import type { CompareResult, InspectResult } from '../result/inspection.ts';
import type { NoiseResult } from '../result/noise.ts';
import { renderComparison } from './compare.ts';
import { renderInspection } from './inspect.ts';
import { renderNoise } from './noise.ts';
import type { Page } from './registry.ts';

/** A measurement without a verdict in one of the formats that have a place for it. @throws UserError `unfit-format` */
export function renderInspected(format: string, result: InspectResult, { columns, colour }: Page): string {
  if (format === 'json') return json(result);
  if (format !== 'table') throw unfit(format, 'A measurement');
  return result.images
    .flatMap(({ name, variants }) =>
      variants.map(({ measurement }) => renderInspection({ name, measurement }, { width: columns, colour })),
    )
    .join('\n');
}

/** Two images before and after, in one of the formats that have a place for them. @throws UserError `unfit-format` */
export function renderCompared(format: string, result: CompareResult, { columns, colour }: Page): string {
  if (format === 'json') return json(result);
  if (format !== 'table') throw unfit(format, 'A comparison');
  return renderComparison(result.comparison, { width: columns, colour });
}

/** Two builds of one source, in one of the formats that have a place for them. @throws UserError `unfit-format` */
export function renderMeasuredNoise(format: string, result: NoiseResult, { columns, colour }: Page): string {
  if (format === 'json') return json(result);
  if (format !== 'table') throw unfit(format, 'A comparison of two builds');
  return renderNoise(result, { width: columns, colour });
}

function json(result: InspectResult | CompareResult | NoiseResult): string {
  return `${JSON.stringify(result, null, 2)}\n`;
}

function unfit(format: string, what: string): UserError {
  return new UserError({
    code: 'unfit-format',
    message: `${what} has no report in the format ${format}: nothing was judged.`,
    expected: 'table or json',
    got: format,
    hint: 'Use --format json, or `plimsoll check` for the formats of a verdict.',
  });
}
