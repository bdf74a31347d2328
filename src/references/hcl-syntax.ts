import type { Place } from '../errors.ts';

/** An expression of HCL's native syntax: https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md */
export type Expression = { readonly place: Place } & (
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
  /** Texts and what stands between them; a single part that is no literal keeps its type. */
  | { readonly kind: 'template'; readonly parts: readonly Expression[] }
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'index'; readonly of: Expression; readonly key: Expression }
  /** `of[*].a.b`: the steps are taken from every element, which is the variable named by {@link splatElement}. */
  | { readonly kind: 'splat'; readonly of: Expression; readonly each: Expression }
  | {
      readonly kind: 'call';
      readonly name: string;
      readonly args: readonly Expression[];
      readonly expandsLast: boolean;
    }
  | {
      readonly kind: 'conditional';
      readonly condition: Expression;
      readonly whenTrue: Expression;
      readonly otherwise: Expression;
    }
  | { readonly kind: 'binary'; readonly operator: string; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'unary'; readonly operator: string; readonly operand: Expression }
  | { readonly kind: 'tuple'; readonly items: readonly Expression[] }
  | { readonly kind: 'object'; readonly entries: readonly (readonly [Expression, Expression])[] }
  | ForExpression
);

/** `[for k, v in c : r if p]` or `{for k, v in c : key => r... if p}`. */
export interface ForExpression {
  readonly kind: 'for';
  readonly keyName?: string;
  readonly valueName: string;
  readonly collection: Expression;
  /** Only of those that make objects. */
  readonly key?: Expression;
  readonly result: Expression;
  readonly isGrouped: boolean;
  readonly condition?: Expression;
}

/** No identifier of HCL can be called that. */
export const splatElement = '*';

export interface Attribute {
  readonly place: Place;
  readonly expression: Expression;
}

export interface Block {
  readonly type: string;
  readonly labels: readonly string[];
  readonly place: Place;
  readonly body: Body;
}

/** Attributes by name, and blocks in the order of the text. */
export interface Body {
  readonly attributes: ReadonlyMap<string, Attribute>;
  readonly blocks: readonly Block[];
}
