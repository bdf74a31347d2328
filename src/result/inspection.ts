import type { Comparison, VariantResult } from './result.ts';

/** The measurement alone: the JSON of `plimsoll inspect`. No verdict, findings or rules. */
export interface InspectResult {
  readonly schemaVersion: 1;
  readonly tool: { readonly name: 'plimsoll'; readonly version: string };
  readonly images: readonly {
    readonly name: string;
    readonly platform: string;
    readonly variants: readonly VariantResult[];
    /** Always empty: one variant is measured, and held against nothing. There for readers of both results. */
    readonly comparisons: readonly Comparison[];
  }[];
}

/** Two images before and after: the JSON of `plimsoll compare`. */
export interface CompareResult {
  readonly schemaVersion: 1;
  readonly tool: { readonly name: 'plimsoll'; readonly version: string };
  readonly before: VariantResult;
  readonly after: VariantResult;
  readonly comparison: Comparison;
}
