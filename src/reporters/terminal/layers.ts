import type { LayerMeasurement, Measurement } from '../../result/measurement.ts';
import { formatBytes } from '../../units.ts';
import { commandOfLayer } from '../facts.ts';
import { placeOfLayer } from '../words.ts';
import { phrase } from './facts.ts';
import { foreign, type Line, own } from './spans.ts';
import { table } from './table.ts';

/** One row an own layer, base layer first; `folded` base layers share one row. */
export function layersOf(measurement: Measurement, width: number, baseRows: 'folded' | 'listed'): readonly Line[] {
  const { perLayer } = measurement;
  const baseLayers = baseRows === 'folded' ? (measurement.baseLayers ?? 0) : 0;
  const base = perLayer.slice(0, baseLayers);
  const ownRows = perLayer.slice(baseLayers).map((layer, index) => layerRow(measurement, layer, index + baseLayers));
  const rows = base.length > 0 ? [baseRow(base), ...ownRows] : ownRows;
  const columns = [
    { align: 'right', title: 'layer' },
    { align: 'right', title: 'on disk' },
    { align: 'right', title: 'hidden' },
    { align: 'left', title: 'where' },
    { align: 'left', title: 'made by', clip: true },
  ] as const;
  // A command of three words says less than the columns it costs.
  const shown = width < 64 ? columns.slice(0, 4) : columns;
  return table(shown, rows, width);
}

function layerRow(measurement: Measurement, layer: LayerMeasurement, index: number): readonly Line[] {
  return [
    [own(String(index), 'dim')],
    [own(formatBytes(layer.unpackedBytes))],
    hiddenCell(layer.unpackedBytes - layer.visibleBytes),
    phrase([placeOfLayer(measurement, index)]),
    [foreign(commandOfLayer(layer), 'dim', 120)],
  ];
}

function baseRow(base: readonly LayerMeasurement[]): readonly Line[] {
  const unpackedBytes = base.reduce((sum, layer) => sum + layer.unpackedBytes, 0);
  const visibleBytes = base.reduce((sum, layer) => sum + layer.visibleBytes, 0);
  return [
    [own(base.length === 1 ? '0' : `0–${base.length - 1}`, 'dim')],
    [own(formatBytes(unpackedBytes))],
    hiddenCell(unpackedBytes - visibleBytes),
    [own('the base image')],
    [],
  ];
}

function hiddenCell(hiddenBytes: number): Line {
  return hiddenBytes === 0 ? [] : [own(formatBytes(hiddenBytes), 'warning')];
}
